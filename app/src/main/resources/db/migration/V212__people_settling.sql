alter table people.possible_duplicate
  add column revision      int not null default 0,
  add column put_off_until timestamptz,
  add column put_off_by    bigint;
comment on column people.possible_duplicate.revision is
  'Grows with every decision: who decides from a page made before another''s decision is told so.';

create index merge_log_latest on people.merge_log (number desc);
