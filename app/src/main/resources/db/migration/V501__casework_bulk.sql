-- Acts on many contacts at once: each is a row that can be taken back as a whole.
create table casework.bulk_act (
  number    bigint      generated always as identity primary key,
  public_id uuid        not null default gen_random_uuid() unique,
  case_file bigint      not null references casework.case_file,
  kind      text        not null check (kind in ('FOLLOW_UP', 'ASSIGN', 'TASKS')),
  asked     int         not null,
  done      int         not null,
  at        timestamptz not null,
  by        bigint      not null,
  undone_at timestamptz,
  undone_by bigint,
  check ((undone_at is null) = (undone_by is null))
);
create index bulk_act_case on casework.bulk_act (case_file, number desc);

alter table casework.task add column assigned_to bigint;
alter table casework.task add column made_in bigint references casework.bulk_act;
comment on column casework.task.assigned_to is
  'The account that took the task over or was given it; follows from the latest row of assignment. Null: whoever works in the commune.';
comment on column casework.task.made_in is
  'Where somebody made the task by hand, for a contact of a later generation. Null: the trace made it.';
create index task_assigned on casework.task (assigned_to, due_at, number)
  where assigned_to is not null and not finished;
create index task_made_in on casework.task (made_in) where made_in is not null;

alter table casework.follow_up add column reason text;
alter table casework.follow_up add column bulk bigint references casework.bulk_act;
create index follow_up_bulk on casework.follow_up (bulk) where bulk is not null;

create table casework.assignment (
  number          bigint      generated always as identity primary key,
  task            bigint      not null references casework.task,
  bulk            bigint      not null references casework.bulk_act,
  unit_before     int         not null,
  of_case_before  boolean     not null,
  account_before  bigint,
  unit_after      int         not null,
  account_after   bigint,
  at              timestamptz not null,
  by              bigint      not null,
  undone_at       timestamptz
);
comment on table casework.assignment is
  'Who is to reach a contact: the commune and, where one was named, the officer. What was before lets it be taken back.';
create index assignment_task on casework.assignment (task, number desc);
create index assignment_bulk on casework.assignment (bulk);
