create schema if not exists program;

create table program.backup (
  number     bigint      generated always as identity primary key,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  scheduled  boolean     not null,
  folder     text        not null check (length(folder) <= 255),
  bytes      bigint,
  files      int,
  result     text        not null check (length(result) <= 40),
  check (ended_at >= started_at)
);
comment on table program.backup is
  'One row a backup of the embedded database that was tried and ended. result: whole, or the code of what was in the way. A backup does not hold its own row.';
create index backup_whole on program.backup (ended_at) where result = 'whole';
create index backup_scheduled on program.backup (started_at) where scheduled;
