create table casework.run (
  number     bigint      generated always as identity primary key,
  public_id  uuid        not null default gen_random_uuid() unique,
  job        uuid        not null,
  from_day   date        not null,
  to_day     date        not null,
  unit_id    int,
  cases      int         not null,
  started_by bigint      not null,
  started_at timestamptz not null,
  check (from_day <= to_day)
);
comment on table casework.run is
  'One tracing of many cases, chosen by the day of confirmation and by unit; job is the long work that does it.';
create index run_started on casework.run (started_by, number desc);

create table casework.run_case (
  run       bigint      not null references casework.run,
  case_file bigint      not null references casework.case_file,
  added     int,
  withdrawn int,
  changed   int,
  done_at   timestamptz,
  primary key (run, case_file),
  check ((done_at is null) = (added is null))
);
comment on table casework.run_case is 'The cases of a run; the figures are what the run changed in the contacts of each.';
create index run_case_result on casework.run_case (run, added desc, case_file) where done_at is not null;
create index run_case_open on casework.run_case (run, case_file) where done_at is null;
create index case_file_confirmed on casework.case_file (confirmed_on);
