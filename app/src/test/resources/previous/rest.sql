-- Rows, written by hand, for the tables that a drill leaves empty. P, Q and R are three simulated people
-- without a case; sealed columns hold what the first person's record holds, since only the shape counts.
do $$
declare
  identity record;
begin
  for identity in
    select format('%I.%I', n.nspname, c.relname) as name, a.attname
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and c.relkind in ('r', 'p')
      and n.nspname not in ('pg_catalog', 'information_schema', 'public')
  loop
    execute format('select setval(pg_get_serial_sequence(%L, %L), (select coalesce(max(%I), 0) + 1 from %s))',
      identity.name, identity.attname, identity.attname, identity.name);
  end loop;
end $$;

create temp table somebody as
  select row_number() over (order by number desc) as which, number, wrapped_key, sealed from people.person;
create temp table p as select number, wrapped_key, sealed from somebody where which = 1;
create temp table q as select number from somebody where which = 2;
create temp table r as select number from somebody where which = 3;
create temp table spot as select min(number) as number from places.place;
create temp table file as select min(number) as number from casework.case_file;

insert into units.successor_note (old_id, new_id, extent, document, recorded_by, recorded_at)
  select old_id, new_id, extent, 'thử', 7, '2026-11-10T08:00:00Z' from units.lineage limit 1;
insert into units.successor_withdrawal (note_id, withdrawn_by, withdrawn_at)
  select id, 7, '2026-11-10T09:00:00Z' from units.successor_note;
insert into units.unit_arriving select * from units.unit limit 1;

insert into access.account (kind, username, display_name, created_at, created_by) values
  ('STAFF', 'da.nghi', 'Người đã nghỉ', '2026-11-01T08:00:00Z', 7),
  ('OWNER', null, 'chủ địa điểm', '2026-11-01T08:00:00Z', 0),
  ('TOKEN', null, 'hệ thống khác', '2026-11-01T08:00:00Z', 7);
insert into access.closure (account, closed_at, closed_by, reason)
  select number, '2026-11-05T08:00:00Z', 7, 'nghỉ việc' from access.account where username = 'da.nghi';
insert into access.owner (account, phone_hash, wrapped_key, phone, name)
  select max(a.number), '\x00112233445566778899aabbccddeeff', p.wrapped_key, p.sealed, p.sealed
  from access.account a, p where a.kind = 'OWNER' group by p.wrapped_key, p.sealed;
insert into access.api_token (hash, account, created_at, created_by, expires_at, last_used)
  select '\x0102', max(number), '2026-11-01T08:00:00Z', 7, '2026-12-01T08:00:00Z', '2026-11-20'
  from access.account where kind = 'TOKEN';
insert into access.sign_in_attempt (subject, at, succeeded) values ('\x0a0b', '2026-11-20T08:00:00Z', false);
insert into access.one_time_code (challenge_hash, reference, phone_hash, wrapped_key, phone, code, purpose,
    language, created_at, expires_at, attempts)
  select '\x0c', '123456', '\x0d', wrapped_key, sealed, sealed, 'places.owner', 'vi',
    '2026-11-20T08:00:00Z', '2026-11-20T08:05:00Z', 1 from p;
insert into access.invitation (token_hash, place, invited_at, invited_by, expires_at)
  select '\x0e', number, '2026-11-19T08:00:00Z', 1, '2026-11-21T08:00:00Z' from spot;
insert into access.session values
  ('a1b2c3d4-0000-4000-8000-000000000001', 'a1b2c3d4-0000-4000-8000-000000000002', 1, 1, 28800, 28801000, '1');
insert into access.session_attributes values ('a1b2c3d4-0000-4000-8000-000000000001', 'thử', '\x00');

insert into messaging.outbox (owner, template, reference, created_at, attempts)
  values ('access', 'one-time-code', 1, '2026-11-20T08:00:00Z', 1);
insert into messaging.delivery (outbox, channel, started_at, ended_at, outcome)
  select number, 'handset', '2026-11-20T08:00:00Z', '2026-11-20T08:00:01Z', 'SENT' from messaging.outbox;

insert into people.device (token_hash, key_version, person, created_at, last_used)
  select '\x11', 1, number, '2026-11-10T08:00:00Z', '2026-11-20' from p;
insert into people.alias (person, same_as, merged_at, merged_by, reason)
  select q.number, p.number, '2026-11-12T08:00:00Z', 1, 'DOCUMENT_SEEN' from p, q;
insert into people.merge_log (person, same_as, merged_at, merged_by, reason)
  select q.number, p.number, '2026-11-12T08:00:00Z', 1, 'DOCUMENT_SEEN' from p, q;
insert into people.possible_duplicate (person_a, person_b, reason, found_at)
  select least(p.number, r.number), greatest(p.number, r.number), 'PHONE_AND_NAME', '2026-11-15T08:00:00Z' from p, r;
insert into people.correction (person, corrected_at, corrected_by, reason, fields)
  select number, '2026-11-13T08:00:00Z', 1, 'TYPING_MISTAKE', array['name'] from p;
insert into people.residence (person, entered_at, left_at, unit_id, address)
  select p.number, '2026-10-01T00:00:00Z', null, u.id, p.sealed from p, (select max(id) as id from units.unit) u;
insert into people.destruction (public_id, destroyed_at, destroyed_by, reason)
  values ('a1b2c3d4-0000-4000-8000-000000000003', '2026-11-14T08:00:00Z', 7, 'REQUESTED');

insert into visits.departure (person, place, left_at, received_at, captured_by, kind, way, matched)
  select p.number, spot.number, '2026-11-19T03:00:00Z', '2026-11-19T03:00:01Z', 1, 2, 1, false from p, spot;
insert into visits.withdrawn_visit (person, place, entered_at, left_at, departure, way, captured_by,
    received_at, withdrawn_at, withdrawn_by, reason)
  select p.number, spot.number, '2026-11-18T03:00:00Z', '2026-11-18T04:00:00Z', 1, 2, 1,
    '2026-11-18T03:00:01Z', '2026-11-18T05:00:00Z', 1, 'nhập nhầm' from p, spot;
insert into visits.arrival (recorded_at, kind, departure, person, place, entered, left_by, previous_left)
  select '2026-11-20T03:00:00Z', array[0], array[0], array[p.number], array[spot.number],
    array[1795100000], array[1795103600], array[0] from p, spot;

insert into tracing.change (trace, person, kind, cause, at, generation, casual_after, minutes_after)
  select trace, person, 'ADDED', 'LATE_VISIT', '2026-11-20T09:00:00Z', 1, false, 30 from tracing.contact
  order by person limit 1;
insert into tracing.old_visit (trace, person, place, entered_at, left_at, inferred)
  select t.number, t.index_person, spot.number, '2026-10-20T01:00:00Z', '2026-10-20T02:00:00Z', false
  from tracing.trace t, spot;
insert into tracing.alias_change (person, same_as) select q.number, p.number from p, q;

insert into casework.case_note (case_file, wrapped_key, sealed, at, by)
  select file.number, p.wrapped_key, p.sealed, '2026-11-20T09:00:00Z', 1 from file, p;
insert into casework.follow_up (task, state, at, by)
  select number, 'REACHED', '2026-11-20T10:00:00Z', 1 from casework.task order by number limit 1;
