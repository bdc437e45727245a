create schema gates;

create table gates.seal_key (
  number      int         generated always as identity primary key,
  public_point   bytea       not null unique check (length(public_point) = 65),
  wrapped_key    bytea       not null,
  sealed_private bytea       not null,
  made_at        timestamptz not null
);
comment on table gates.seal_key is
  'Key pairs to which gates seal what they capture. The private half is sealed with the master key, which lies outside the database. The newest seals; none is removed, since a tablet may come back late.';

create table gates.device (
  number      bigint      generated always as identity primary key,
  public_id   uuid        not null unique,
  place       bigint      not null,
  name        text        not null check (length(name) between 1 and 60),
  kiosk       boolean     not null,
  code_hash   bytea       not null unique,
  code_until  timestamptz not null,
  created_at  timestamptz not null,
  created_by  bigint      not null,
  token_hash  bytea       unique,
  enrolled_at timestamptz
);
create index device_of_place on gates.device (place, number desc);
comment on column gates.device.code_hash is
  'Of the one-time code that enrols it; used once, before code_until, and then replaced by token_hash.';

create table gates.revocation (
  device     bigint      primary key references gates.device,
  revoked_at timestamptz not null,
  revoked_by bigint      not null,
  reason     text        not null check (length(reason) <= 200)
);

create table gates.contact (
  device         bigint      primary key references gates.device,
  at             timestamptz not null,
  drift_seconds  int         not null,
  waiting        int         not null,
  refused        int         not null,
  oldest_waiting timestamptz,
  delivered      bigint      not null,
  last_record_at timestamptz
);
comment on table gates.contact is 'What a device last said of itself, and how much it has delivered.';

create table gates.pin (
  number  bigint      generated always as identity primary key,
  place   bigint      not null,
  account bigint      not null,
  hash    text        not null,
  set_at  timestamptz not null,
  set_by  bigint      not null
);
create index pin_of_place on gates.pin (place, account, number desc);
comment on table gates.pin is
  'PINs of keepers (Argon2id). The newest of an account at a place holds; older rows say who could keep it when.';

create table gates.pin_attempt (
  number    bigint      generated always as identity primary key,
  device    bigint      not null references gates.device,
  at        timestamptz not null,
  succeeded boolean     not null
);
create index pin_attempt_of_device on gates.pin_attempt (device, at);

create table gates.shift (
  key         uuid        not null,
  device      bigint      not null references gates.device,
  place       bigint      not null,
  account     bigint      not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  received_at timestamptz not null,
  primary key (device, key)
);
create index shift_of_place on gates.shift (place, started_at desc);

create table gates.record (
  device      bigint      not null references gates.device,
  key         uuid        not null,
  sequence    bigint      not null,
  kind        text        not null,
  outcome     text        not null,
  code        text,
  received_at timestamptz not null,
  primary key (device, key)
);
create index record_received on gates.record (received_at);
comment on table gates.record is
  'Which records of a device were answered, and how, so that one that is sent again is answered the same. Holds nobody.';
