-- Two copies of the program may make the same day at once. The second look, after the lock, must see
-- what the other has just committed: to_regclass answers from a cache that a lock of this kind does
-- not refresh, a query of the catalogue reads it anew.
create or replace function visits.make_day(day date) returns boolean
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
  perform from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'visits' and c.relname = 'visit_' || suffix;
  if found then
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
