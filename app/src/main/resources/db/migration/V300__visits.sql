create schema visits;

-- A stay [entered_at, left_at) of a person at a place, whole seconds. left_at is never null: where
-- nobody scanned the departure (departure = 0) it is inferred, and never later than departs_by.
create table visits.visit (
  person                   bigint      not null,
  place                    bigint      not null,
  entered_at               timestamptz not null,
  left_at                  timestamptz not null,
  departs_by               timestamptz not null,
  received_at              timestamptz not null,
  original_at              timestamptz,
  captured_by              bigint      not null,
  device                   bigint,
  clock_correction_seconds int         not null,
  departure                smallint    not null,
  way                      smallint    not null,
  flags                    smallint    not null,
  check (person > 0 and place > 0),
  check (left_at > entered_at and left_at - entered_at <= interval '24 hours')
) partition by range (entered_at);
comment on table visits.visit is
  'One partition a local day (Asia/Ho_Chi_Minh); a visit belongs to the day it began. departure: 0 inferred, 1 keyed, 2 scanned. way: 0 own phone, 1 keeper scan, 2 keeper typed, 3 API, 4 batch, 5 paper, 6 simulated. flags: 1 closed hour, 2 clock off, 4 too fast.';
create unique index visit_person
  on visits.visit (person, entered_at, place) include (left_at, departure);
create index visit_place
  on visits.visit (place, entered_at) include (person, left_at, departure);

-- Every check-out that was ever sent, matched or waiting: a visit that comes later, or comes again
-- after a withdrawal of its neighbour, is closed by it too, so the order of arrival does not matter.
create table visits.departure (
  person      bigint      not null,
  place       bigint      not null,
  left_at     timestamptz not null,
  received_at timestamptz not null,
  captured_by bigint      not null,
  device      bigint,
  kind        smallint    not null check (kind in (1, 2)),
  way         smallint    not null,
  matched     boolean     not null,
  primary key (person, left_at, place),
  check (person > 0 and place > 0)
) partition by range (left_at);
comment on table visits.departure is
  'One row a check-out. Not matched means that no visit of the person there was open at left_at; after 48 hours it is listed as unmatched.';
create index departure_unmatched on visits.departure (place, left_at) where not matched;

-- A visit that was taken back, as it stood. Columns of the visit are null where the withdrawal came
-- before the visit did.
create table visits.withdrawn_visit (
  person       bigint      not null,
  place        bigint      not null,
  entered_at   timestamptz not null,
  left_at      timestamptz,
  departure    smallint,
  way          smallint,
  captured_by  bigint,
  received_at  timestamptz,
  withdrawn_at timestamptz not null,
  withdrawn_by bigint      not null,
  reason       text        not null check (length(reason) between 1 and 300),
  primary key (person, entered_at, place)
);
create index withdrawn_visit_place on visits.withdrawn_visit (place, entered_at);

-- The received order: one row a committed group, its changes as parallel arrays. Written as the last
-- statement of a transaction that holds the advisory lock of the writers, so that the order of the
-- numbers is the order of the commits and a reader behind a number never finds one later.
create table visits.arrival (
  number        bigint      generated always as identity primary key,
  recorded_at   timestamptz not null default clock_timestamp(),
  kind          smallint[]  not null,
  departure     smallint[]  not null,
  person        bigint[]    not null,
  place         bigint[]    not null,
  entered       bigint[]    not null,
  left_by       bigint[]    not null,
  previous_left bigint[]    not null
);
comment on table visits.arrival is
  'kind: 0 stored, 1 departure changed, 2 withdrawn. entered, left_by, previous_left: epoch seconds. The received-order number of a change is (number, position).';
create index arrival_recorded on visits.arrival (recorded_at);

-- Partitions are made and dropped at run time by the program, which may not change tables itself.
create function visits.make_day(day date) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  suffix text := to_char(day, 'YYYYMMDD');
  lower_bound timestamptz := day::timestamp at time zone 'Asia/Ho_Chi_Minh';
  upper_bound timestamptz := (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh';
  parent text;
begin
  if to_regclass('visits.visit_' || suffix) is not null then
    return false;
  end if;
  if day not between current_date - 800 and current_date + 60 then
    raise exception 'day % is too far away for a partition', day using errcode = '22008';
  end if;
  perform pg_advisory_xact_lock(hashtext('visits.make_day'));
  if to_regclass('visits.visit_' || suffix) is not null then
    return false;
  end if;
  foreach parent in array array['visit', 'departure'] loop
    execute format('create table visits.%I (like visits.%I including defaults including constraints)',
                   parent || '_' || suffix, parent);
    execute format('alter table visits.%I attach partition visits.%I for values from (%L) to (%L)',
                   parent, parent || '_' || suffix, lower_bound, upper_bound);
    execute format('grant maintain on visits.%I to lachan_app', parent || '_' || suffix);
  end loop;
  return true;
end $$;

create function visits.drop_day(day date) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  suffix text := to_char(day, 'YYYYMMDD');
begin
  if to_regclass('visits.visit_' || suffix) is null then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtext('visits.make_day'));
  execute format('drop table if exists visits.%I', 'visit_' || suffix);
  execute format('drop table if exists visits.%I', 'departure_' || suffix);
  return true;
end $$;

-- The days that have a partition, so that the program knows them without reading the catalogue.
create function visits.days() returns setof date
language sql stable security definer set search_path = pg_catalog as $$
  select to_date(substr(c.relname, length('visit_') + 1), 'YYYYMMDD')
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'visits.visit'::regclass
  order by 1
$$;

revoke execute on function visits.make_day(date), visits.drop_day(date), visits.days() from public;
grant execute on function visits.make_day(date), visits.drop_day(date), visits.days() to lachan_app;
