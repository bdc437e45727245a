create schema operations;

create table operations.copy (
  id         uuid        primary key,
  version    text        not null check (length(version) <= 60),
  process    bigint      not null,
  started_at timestamptz not null,
  seen_at    timestamptz not null,
  stopped_at timestamptz
);
comment on table operations.copy is
  'Each running copy of the program says every few seconds that it lives.';
create index copy_seen on operations.copy (seen_at desc);
