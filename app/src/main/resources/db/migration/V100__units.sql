-- Administrative units and sectors. All but the two operator tables is reference data that the
-- program loads from its own files at start (UnitsLoader), so no row is inserted here.

create schema if not exists units;

create table units.reference_version (
  one boolean primary key default true check (one),
  version text not null,
  loaded_at timestamptz not null default now()
);
comment on table units.reference_version is 'Hash of the reference files that the tables hold.';

-- Rows are never deleted: records of every module store these numbers.
create table units.unit (
  id integer primary key,
  code text not null,
  name text not null,
  kind text not null,
  level smallint not null check (level between 1 and 3),
  parent_id integer references units.unit (id) deferrable initially deferred,
  valid_from date,
  valid_to date,
  latitude double precision not null,
  longitude double precision not null,
  location_precision text not null check (location_precision in ('own', 'district', 'province'))
);
create index unit_parent on units.unit (parent_id);
comment on column units.unit.id is
  'era digit (1 with districts, 2 since 1 July 2025) * 1000000 + level * 100000 + code';
comment on column units.unit.location_precision is
  'own: centroid of the unit''s polygon; otherwise the centroid of the unit above, approximate';

create table units.lineage (
  old_id integer not null references units.unit (id),
  new_id integer not null references units.unit (id),
  extent text not null check (extent in ('full', 'partial')),
  name_before text,
  primary key (old_id, new_id)
);
create index lineage_new on units.lineage (new_id);

-- What an operator states about a commune of 2021 that the published lineage leaves out. A statement
-- is never changed: it ends by a row in successor_withdrawal.
create table units.successor_note (
  id bigint generated always as identity primary key,
  old_id integer not null references units.unit (id),
  new_id integer not null references units.unit (id),
  extent text not null check (extent in ('full', 'partial')),
  document text not null,
  recorded_by bigint not null,
  recorded_at timestamptz not null
);
create index successor_note_old on units.successor_note (old_id);
create index successor_note_new on units.successor_note (new_id);

create table units.successor_withdrawal (
  note_id bigint primary key references units.successor_note (id),
  withdrawn_by bigint not null,
  withdrawn_at timestamptz not null
);

create view units.successor_in_force as
select note.old_id, note.new_id, note.extent, note.document
from units.successor_note note
where not exists (select from units.successor_withdrawal w where w.note_id = note.id);

-- The closure over both hierarchies. A unit contains itself, everything below it in its hierarchy,
-- and, for units since 1 July 2025, the older units that became part of it or of a unit below it, with
-- what was below those. extent is 'partial' where some of the older unit went elsewhere: its records
-- cannot be told apart, so no single new commune holds them wholly; the province of all parts does.
create table units.within_any (
  ancestor_id integer not null,
  unit_id integer not null,
  extent text not null default 'full' check (extent in ('full', 'partial')),
  primary key (ancestor_id, unit_id) include (extent)
);
create index within_any_unit on units.within_any (unit_id) include (ancestor_id, extent);

-- What every scope predicate uses, so that forgetting a condition can never show too much:
--   unit_id in (select unit_id from units.within where ancestor_id = :scope)
create view units.within as
select ancestor_id, unit_id, extent from units.within_any where extent = 'full';

-- Where the reference files arrive by COPY before they are laid over units.unit.
create unlogged table units.unit_arriving (like units.unit);

create table units.sector (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  valid_from date,
  valid_to date,
  successor text,
  document text,
  verified boolean not null
);

-- Roles are granted by the repeatable migration that owns all grants.
