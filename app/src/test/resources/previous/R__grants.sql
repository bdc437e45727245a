-- Least privilege: the program works in the tables but owns none; the audit record can be written and
-- read by it, never changed; the reporting role only reads, and reads no sealed identity.
do $$
declare
  name text;
begin
  foreach name in array array(
    select nspname from pg_namespace
    where nspname not like 'pg\_%' and nspname not in ('information_schema', 'public'))
  loop
    execute format('grant usage on schema %I to lachan_app, lachan_reporting', name);
    execute format('grant usage on all sequences in schema %I to lachan_app', name);
    if name = 'audit' then
      execute 'revoke all on all tables in schema audit from lachan_app';
      execute 'grant select, insert on all tables in schema audit to lachan_app';
    else
      execute format('grant select, insert, update, delete on all tables in schema %I to lachan_app', name);
    end if;
    if name not in ('people', 'access', 'messaging') then
      execute format('grant select on all tables in schema %I to lachan_reporting', name);
    end if;
  end loop;
end $$;
-- ${flyway:timestamp}
