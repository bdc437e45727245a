create view places.located with (security_invoker) as
select number, public_id, unit_id, sector, name from places.place where status <> 'draft';
comment on view places.located is
  'Where places belong, for lists of other modules whose rows carry a place''s number: the scope of a reader is checked in their query.';
