-- Compliance inspections: a visit to a place, what was found, what was asked for, and what followed.
create table places.inspection (
  number      bigint      generated always as identity primary key,
  public_id   uuid        not null default gen_random_uuid() unique,
  place       bigint      references places.place,
  obliged     bigint      references places.obliged,
  unit_id     int         not null,
  sector      text        not null,
  type        text        not null,
  previous    bigint      references places.inspection,
  at          timestamptz not null,
  inspector   bigint      not null,
  met         text        not null check (met in ('owner', 'manager', 'keeper', 'other', 'nobody')),
  met_key     bytea,
  met_name    bytea,
  note        text        check (length(note) <= 1000),
  outcome     text        not null check (outcome in ('compliant', 'reminder', 'referral')),
  demand      text        check (length(demand) <= 1000),
  referred_to text        check (length(referred_to) <= 200),
  state       text        not null check (state in ('compliant', 'waiting', 'referred', 'followed', 'closed', 'withdrawn')),
  due         date,
  recorded_at timestamptz not null,
  check (num_nonnulls(place, obliged) = 1),
  check ((met_name is null) = (met_key is null)),
  check (outcome <> 'reminder' or due is not null)
);
comment on column places.inspection.unit_id is 'Of the place at that time, as are sector and type.';
comment on column places.inspection.met_key is 'The key of the one name in this row, wrapped; deleting it destroys the name.';
comment on column places.inspection.state is
  'Follows from the latest row of inspection_step; due is the last deadline given; both kept in the same transaction so that lists can filter.';
create unique index inspection_followed on places.inspection (previous)
  where previous is not null and state <> 'withdrawn';
create index inspection_state on places.inspection (state, due, number);
create index inspection_unit on places.inspection (unit_id, state, due, number);
create index inspection_sector on places.inspection (sector, state, due, number);
create index inspection_latest on places.inspection (at desc, number desc);
create index inspection_place on places.inspection (place, number desc) where place is not null;
create index inspection_obliged on places.inspection (obliged, number desc) where obliged is not null;

create table places.inspection_finding (
  inspection bigint   not null references places.inspection on delete cascade,
  item       text     not null,
  item_from  date     not null,
  answer     text     not null check (answer in ('met', 'missed', 'not-applicable')),
  note       text     check (length(note) <= 300),
  primary key (inspection, item)
);
comment on column places.inspection_finding.item_from is 'Which line of the checklist it was answered by.';

create table places.inspection_step (
  number     bigint      generated always as identity primary key,
  inspection bigint      not null references places.inspection on delete cascade,
  what       text        not null check (what in ('recorded', 'extended', 'followed', 'unfollowed', 'referred', 'closed', 'reopened', 'withdrawn')),
  at         timestamptz not null,
  by         bigint      not null,
  due        date,
  reason     text        check (length(reason) <= 500)
);
create index inspection_step_inspection on places.inspection_step (inspection, number);
