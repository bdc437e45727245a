create view tracing.telling_change with (security_invoker) as
select * from tracing.change
where not (kind = 'CHANGED' and cause = 'REFRESHED' and casual_before is not distinct from casual_after);
comment on view tracing.telling_change is
  'Changes worth telling an officer: not where a contact of somebody who is not isolated merely has more minutes because time passed.';
