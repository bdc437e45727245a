-- Areas of an outbreak ("danh sách vùng dịch"), as documents list them. A row is never deleted.
create table declarations.listed_area (
  number          bigint      generated always as identity primary key,
  public_id       uuid        not null default gen_random_uuid() unique,
  unit_id         int,
  name            text,
  plain_name      text,
  kind            text        not null check (kind in ('OUTBREAK', 'LOCKDOWN')),
  from_day        date        not null,
  to_day          date,
  document        text        not null,
  compared        boolean     not null,
  entered_by      bigint      not null,
  entered_at      timestamptz not null,
  ended_by        bigint,
  ended_at        timestamptz,
  withdrawn_by    bigint,
  withdrawn_at    timestamptz,
  withdrawn_for   text,
  check ((unit_id is null) <> (name is null)),
  check ((name is null) = (plain_name is null)),
  check (to_day is null or from_day <= to_day),
  check ((withdrawn_at is null) = (withdrawn_for is null))
);
comment on table declarations.listed_area is
  'Where an outbreak is, by a document: an administrative unit, or another country or locality by its name.';
comment on column declarations.listed_area.compared is 'Whether somebody compared it with the original document.';
create index listed_area_latest on declarations.listed_area (from_day desc, number desc);

-- Warning rules that replace those shipped with the program from a day on.
create table declarations.rule_version (
  number        bigint      generated always as identity primary key,
  public_id     uuid        not null default gen_random_uuid() unique,
  code          text        not null,
  version       text        not null,
  rules         text        not null,
  valid_from    date        not null,
  compared      boolean     not null,
  made_by       bigint      not null,
  made_at       timestamptz not null,
  withdrawn_by  bigint,
  withdrawn_at  timestamptz,
  withdrawn_for text,
  unique (code, version),
  check ((withdrawn_at is null) = (withdrawn_for is null))
);
create index rule_version_latest on declarations.rule_version (code, valid_from desc, number desc);

-- A place in free text may be an administrative unit, or be said by an officer to be a registered
-- place; the words stay, so that what was said can be taken back.
alter table declarations.stay add column unit_id int;
alter table declarations.stay add column whole bigint;
alter table declarations.stay add column settled_by bigint;
alter table declarations.stay add column settled_at timestamptz;
comment on column declarations.stay.whole is
  'Keyed hash of all the words of a place in free text, so that the same words are settled at once.';
do $$
declare
  found text;
begin
  for found in
    select conname from pg_constraint
    where conrelid = 'declarations.stay'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%words IS NULL%'
  loop
    execute format('alter table declarations.stay drop constraint %I', found);
  end loop;
end $$;
alter table declarations.stay add constraint stay_said check (place is not null or words is not null);
create index stay_unsettled on declarations.stay (to_at)
  where place is null and unit_id is null and whole is not null;
create index stay_whole on declarations.stay (whole, to_at) where whole is not null;

-- One ride or flight that a declaration tells of. The number of the vehicle lies here as a keyed
-- hash only; it is readable in the sealed answers.
create table declarations.journey (
  declaration bigint   not null references declarations.declaration on delete cascade primary key,
  person      bigint   not null,
  kind        text     not null,
  vehicle     bigint,
  seat        text,
  seat_row    smallint,
  day         date     not null,
  from_unit   int,
  to_unit     int
);
create index journey_vehicle on declarations.journey (vehicle, day) where vehicle is not null;
create index journey_person on declarations.journey (person);
