-- What was destroyed because its time was over, and what stays of it elsewhere.

create table visits.retention_run (
  number     bigint      generated always as identity primary key,
  started_at timestamptz not null,
  ended_at   timestamptz,
  before     date        not null,
  outcome    text        check (outcome in ('done', 'waits', 'locked')),
  waits_for  text        check (length(waits_for) <= 40),
  check ((outcome = 'waits') = (waits_for is not null) or outcome is null)
);
comment on table visits.retention_run is
  'One row a run that had something to destroy. before: the first day that stays. waits: a follower of the received order has not read or copied everything yet; locked: somebody was reading the day. Null outcome: the program ended in the middle; the days of the run say how far it came.';

create table visits.forgotten_day (
  day          date        not null,
  run          bigint      not null references visits.retention_run,
  visits       bigint      not null,
  departures   bigint      not null,
  withdrawn    bigint      not null,
  arrivals     bigint      not null,
  bytes        bigint      not null,
  forgotten_at timestamptz not null,
  primary key (day, run)
);
comment on table visits.forgotten_day is
  'A day whose partition was dropped, with its rows: visits, check-outs (matched or not), withdrawn visits and groups of the received order up to its end.';
create index forgotten_day_run on visits.forgotten_day (run);

create table visits.kept_evidence (
  run        bigint not null references visits.retention_run,
  follower   text   not null check (length(follower) <= 40),
  thing      uuid   not null,
  grows_from date   not null,
  visits     bigint not null,
  primary key (run, thing)
);
comment on table visits.kept_evidence is
  'What each open trace that reaches into destroyed days kept of them: it can no longer grow before grows_from, and has so many visits of its own.';
