create table people.destruction_entry (
  number       bigint generated always as identity primary key,
  destroyed_at timestamptz not null,
  destroyed_by bigint      not null,
  reason       text        not null,
  basis        text,
  persons      int         not null,
  records      int         not null,
  hashes       int         not null,
  phones       int         not null,
  devices      int         not null,
  stays        int         not null
);
comment on table people.destruction_entry is
  'Survives what was destroyed: when, by whom, why and how much, and no number of any person.';
