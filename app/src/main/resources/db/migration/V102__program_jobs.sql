create schema if not exists program;

-- The table of db-scheduler 16, which lends runs to the copies of the program.
create table program.scheduled_task (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_task_due on program.scheduled_task (execution_time);
create index scheduled_task_heartbeat on program.scheduled_task (last_heartbeat);

create table program.job (
  id           uuid        primary key,
  kind         text        not null check (length(kind) <= 60),
  argument     text        not null check (length(argument) <= 2000),
  position     text        not null default '' check (length(position) <= 2000),
  done         bigint      not null default 0,
  total        bigint      not null,
  started_by   bigint      not null,
  submitted_at timestamptz not null,
  stepped_at   timestamptz,
  cancelled_at timestamptz,
  cancelled_by bigint,
  ended_at     timestamptz,
  failure      text        check (length(failure) <= 120)
);
comment on table program.job is
  'Long work done in portions: how far it is, so that any copy of the program can go on from there.';
create index job_submitted on program.job (submitted_at desc, id);
create index job_kind on program.job (kind, submitted_at desc, id);
create index job_open on program.job (submitted_at) where ended_at is null;
