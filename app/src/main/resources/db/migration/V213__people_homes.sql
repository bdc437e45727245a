alter table people.household
  add column public_id  uuid not null default gen_random_uuid(),
  add column created_by bigint;
create unique index household_public_id on people.household (public_id);

alter table people.household_member
  add column said_by     text,
  add column recorded_at timestamptz,
  add column recorded_by bigint,
  add column left_said_by text,
  add column left_recorded_at timestamptz,
  add column left_recorded_by bigint;
comment on column people.household_member.said_by is 'Who said so, a code; null for what was loaded.';

alter table people.residence
  add column said_by     text,
  add column recorded_at timestamptz,
  add column recorded_by bigint;
