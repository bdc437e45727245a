-- Writes data.sql: a small, connected part of a drill province as the schema of the first version held
-- it. Everybody in it is simulated. Run once with psql -At on the database of `./lachan run --demo small`
-- of that version; its keys lie beside in keys/. The output is never made anew: it is what that version
-- wrote.
\set ON_ERROR_STOP on
set timezone = 'UTC';

create temp table kept_case as
  select number from casework.case_file c order by
    (select count(*) from tracing.contact k join tracing.trace t on t.number = k.trace where t.subject = c.number)
  limit 1;
create temp table kept_trace as select number from tracing.trace where subject in (select number from kept_case);
create temp table kept_contact as
  select person from tracing.contact
  where trace in (select number from kept_trace) and generation = 1 order by casual, minutes desc, person limit 12;
create temp table kept_person as
  select person from kept_contact
  union select index_person from tracing.trace where number in (select number from kept_trace)
  union (select number from people.person order by number desc limit 4);
create temp table kept_visit as
  select * from visits.visit where person in (select person from kept_person);
create temp table kept_place as
  select distinct place from kept_visit
  union select place from tracing.exposure
    where trace in (select number from kept_trace) and person in (select person from kept_contact) and place > 0;
create temp table kept_unit as
  select distinct w.ancestor_id as id from units.within_any w
  where w.unit_id in (
    select unit_id from people.person where number in (select person from kept_person)
    union select unit_id from places.place where number in (select place from kept_place)
    union select unit_id from casework.case_file where number in (select number from kept_case)
    union select unit_id from access.assignment where unit_id is not null);
-- And one commune of before with what became of it.
insert into kept_unit
  select old_id from units.lineage where new_id in (select id from kept_unit) order by 1 limit 1;


create function pg_temp.rows_of(name text, which text) returns setof text language plpgsql as $$
declare
  columns text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
  from pg_attribute where attrelid = name::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  return query execute format(
    'select format(%L, %L, %L, %L, %L || string_agg(to_jsonb(r)::text, %L) || %L) from (select %s from %s where %s order by 1) r having count(*) > 0',
    E'insert into %s (%s) overriding system value select %2$s from jsonb_populate_recordset(null::%1$s, %4$L);',
    name, columns, columns, E'[\n', E',\n', E'\n]', columns, name, which);
end $$;

select pg_temp.rows_of(name, which) from (values
  (1, 'units.reference_version', 'true'),
  (2, 'units.unit', 'id in (select id from kept_unit)'),
  (3, 'units.lineage', 'old_id in (select id from kept_unit) and new_id in (select id from kept_unit)'),
  (4, 'units.within_any', 'ancestor_id in (select id from kept_unit) and unit_id in (select id from kept_unit)'),
  (5, 'units.sector', 'true'),
  (6, 'access.account', 'true'),
  (7, 'access.password', 'true'),
  (8, 'access.assignment', 'true'),
  (9, 'audit.entry', 'number in (select entry from audit.entry_person where person in (select person from kept_person)) or number <= 8'),
  (10, 'audit.entry_person', 'person in (select person from kept_person)'),
  (11, 'places.reference_version', 'true'),
  (12, 'places.type', 'true'),
  (13, 'places.place', 'number in (select place from kept_place)'),
  (14, 'places.code', 'place in (select place from kept_place)'),
  (15, 'places.state_change', 'place in (select place from kept_place)'),
  (16, 'people.person', 'number in (select person from kept_person)'),
  (17, 'people.lookup', 'person in (select person from kept_person)'),
  (18, 'people.phone', 'person in (select person from kept_person)'),
  (19, 'people.household', 'number in (select household from people.household_member where person in (select person from kept_person))'),
  (20, 'people.household_member', 'person in (select person from kept_person)'),
  (21, 'visits.visit', 'person in (select person from kept_person)'),
  (22, 'tracing.rule_set', 'true'),
  (23, 'tracing.trace', 'number in (select number from kept_trace)'),
  (24, 'tracing.contact', 'trace in (select number from kept_trace) and person in (select person from kept_contact)'),
  (25, 'tracing.exposure', 'trace in (select number from kept_trace) and person in (select person from kept_contact)'),
  (26, 'tracing.stay', 'trace in (select number from kept_trace) and person in (select person from kept_person)'),
  (27, 'casework.case_file', 'number in (select number from kept_case)'),
  (28, 'casework.case_state', 'case_file in (select number from kept_case)'),
  (29, 'casework.task', 'case_file in (select number from kept_case) and person in (select person from kept_person)'),
  (30, 'demo.step', 'true')
) as wanted (place, name, which) order by place;
