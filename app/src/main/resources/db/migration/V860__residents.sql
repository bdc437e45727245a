create schema residents;

create table residents.account (
  number       bigint generated always as identity primary key,
  public_id    uuid        not null unique default gen_random_uuid(),
  wrapped_key  bytea       not null,
  phone        bytea       not null,
  phone_hash   bytea       not null,
  household    uuid,
  created_at   timestamptz not null,
  signed_in_at timestamptz not null,
  left_at      timestamptz
);
comment on table residents.account is
  'A phone that somebody proved by a one-time code, with the people it answers for.';
create unique index account_phone on residents.account (phone_hash) where left_at is null;

create table residents.device (
  number     bigint generated always as identity primary key,
  public_id  uuid        not null unique default gen_random_uuid(),
  account    bigint      not null references residents.account,
  token_hash bytea       not null unique,
  browser    text        not null check (length(browser) <= 60),
  created_at timestamptz not null,
  last_used  date        not null,
  revoked_at timestamptz
);
comment on column residents.device.browser is 'Kind of browser and system, such as Chrome · Android; no version.';
create index device_account on residents.device (account, number);

create table residents.member (
  number    bigint generated always as identity primary key,
  public_id uuid        not null unique default gen_random_uuid(),
  account   bigint      not null references residents.account,
  person    bigint      not null,
  label     bytea,
  unit_id   int,
  self      boolean     not null,
  at_home   boolean     not null,
  joined_at timestamptz not null,
  left_at   timestamptz
);
comment on column residents.member.label is
  'What was typed of the person here, sealed with the account''s key; nothing of the record itself.';
create index member_account on residents.member (account, number);
create unique index member_person on residents.member (person) where left_at is null;
create index member_of_person on residents.member (person, number);

create table residents.hand_over (
  number       bigint generated always as identity primary key,
  public_id    uuid        not null unique default gen_random_uuid(),
  member       bigint      not null references residents.member,
  code_hash    bytea       not null,
  offered_at   timestamptz not null,
  expires_at   timestamptz not null,
  cancelled_at timestamptz,
  accepted_at  timestamptz,
  accepted_by  bigint references residents.account
);
comment on table residents.hand_over is
  'A record goes from one phone to another: offered by a code, accepted by whoever types it.';
create index hand_over_member on residents.hand_over (member, number);
create index hand_over_code on residents.hand_over (code_hash);
create index hand_over_by on residents.hand_over (accepted_by);

create table residents.hand_over_try (
  account  bigint      not null references residents.account,
  tried_at timestamptz not null
);
create index hand_over_try_account on residents.hand_over_try (account, tried_at);

create table residents.own_code (
  issue     uuid        primary key,
  account   bigint      not null references residents.account,
  device    bigint references residents.device,
  member    bigint      not null references residents.member,
  issued_at timestamptz not null,
  ended_at  timestamptz
);
comment on table residents.own_code is
  'Signed codes that this account asked for, to revoke them with the device or the membership.';
comment on column residents.own_code.device is 'Null for a printed one.';
create index own_code_device on residents.own_code (device) where ended_at is null;
create index own_code_member on residents.own_code (member) where ended_at is null;
create index own_code_account on residents.own_code (account) where ended_at is null;

create table residents.notice (
  number    bigint generated always as identity primary key,
  person    bigint      not null,
  template  text        not null check (length(template) <= 60),
  arguments text[]      not null,
  posted_at timestamptz not null
);
comment on column residents.notice.arguments is 'Days, places and communes; never identity.';
create index notice_person on residents.notice (person, number desc);

create table residents.notice_reading (
  notice  bigint      not null references residents.notice,
  account bigint      not null references residents.account,
  read_at timestamptz not null,
  primary key (notice, account)
);

create table residents.data_request (
  request  uuid        primary key,
  account  bigint      not null references residents.account,
  member   bigint      not null references residents.member,
  sent_at  timestamptz not null
);
comment on table residents.data_request is
  'Which request to the data-protection office came from which account; the request is privacy''s.';
create index data_request_account on residents.data_request (account, sent_at);
