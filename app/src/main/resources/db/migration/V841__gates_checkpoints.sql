alter table gates.device add column screen boolean not null default false;
comment on column gates.device.screen is
  'Whether it only shows the place''s code, which changes every half minute.';

create table gates.place_setting (
  place              bigint      primary key,
  declaration_needed boolean     not null,
  form               text        check (length(form) <= 40),
  proof_required     boolean     not null,
  changed_at         timestamptz not null,
  changed_by         bigint      not null
);
comment on table gates.place_setting is
  'What a place asks of its visitors beyond the usual; without a row the settings of the installation hold.';

create table gates.screen_secret (
  place bigint      primary key,
  epoch int         not null,
  at    timestamptz not null
);
comment on table gates.screen_secret is
  'How often the secret of a place''s screens was replaced, because one of them was revoked. The secret itself is made of the look-up key and stored nowhere.';

create table gates.trip (
  number                   bigint      generated always as identity primary key,
  public_id                uuid        not null default gen_random_uuid() unique,
  device                   bigint      not null references gates.device,
  key                      uuid        not null,
  place                    bigint      not null,
  unit_id                  int         not null,
  sector                   text        not null,
  account                  bigint      not null,
  at                       timestamptz not null,
  original_at              timestamptz not null,
  clock_correction_seconds int         not null,
  received_at              timestamptz not null,
  vehicle                  text        not null check (length(vehicle) <= 30),
  direction                text        not null check (direction in ('IN', 'OUT')),
  decision                 text        not null check (decision in ('LET_THROUGH', 'REFUSED', 'SENT_ON')),
  reason                   text        check (length(reason) <= 40),
  people                   int         not null check (people > 0),
  lead_person              bigint      not null,
  plate_hash               bytea,
  plate_checked            boolean     not null,
  sealed                   bytea,
  unique (device, key)
);
comment on table gates.trip is
  'A vehicle that was stopped at a checkpoint. Plate, origin, destination and note are sealed with the key of its first person; the plate is found again by a keyed hash.';
create index trip_of_place on gates.trip (place, at desc, number desc);
create index trip_at on gates.trip (at desc, number desc);
create index trip_plate on gates.trip (plate_hash, at desc) where plate_hash is not null;

create table gates.trip_person (
  trip     bigint   not null references gates.trip on delete cascade,
  position smallint not null,
  person   bigint   not null,
  at       timestamptz not null,
  role     text     not null check (length(role) <= 30),
  seat_row smallint check (seat_row between 1 and 60),
  sealed   bytea,
  primary key (trip, position)
);
comment on table gates.trip_person is
  'Who was on it. What papers were shown is sealed with the person''s own key.';
create index trip_person_person on gates.trip_person (person, at);
