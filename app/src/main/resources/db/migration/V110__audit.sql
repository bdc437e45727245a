create schema audit;

create table audit.entry (
  number      bigint generated always as identity primary key,
  recorded_at timestamptz not null default clock_timestamp(),
  actor       bigint      not null,
  kind        text        not null check (length(kind) <= 80),
  purpose     text        check (length(purpose) <= 500),
  case_id     bigint,
  query       text        check (length(query) <= 2000),
  row_count   int         not null,
  correlation text        check (length(correlation) <= 64)
);
comment on table audit.entry is
  'One entry an act. Written unchained in the caller''s transaction; a sealer links committed entries into hashed blocks.';
create index entry_actor on audit.entry (actor, number desc);
create index entry_kind on audit.entry (kind, number desc);

create table audit.entry_person (
  entry  bigint not null references audit.entry,
  person bigint not null,
  primary key (entry, person)
);
create index entry_person_person on audit.entry_person (person, entry desc);
