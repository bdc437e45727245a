-- What else happens to a place: it moves, becomes several, gets another owner.
alter table places.state_change drop constraint state_change_what_check;
alter table places.state_change add constraint state_change_what_check
  check (what in ('registered', 'submitted', 'approved', 'returned', 'corrected', 'code_replaced', 'closed',
    'reopened', 'moved', 'move_undone', 'split', 'split_off', 'owner_changed', 'expected_set'));

create table places.part (
  whole bigint      not null references places.place,
  part  bigint      not null references places.place,
  at    timestamptz not null,
  by    bigint      not null,
  primary key (whole, part)
);
comment on table places.part is
  'Into which places one was split: whoever scans the code of the whole after it closed chooses among its parts.';
