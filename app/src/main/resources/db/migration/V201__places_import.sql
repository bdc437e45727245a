-- Tables of places that officers upload. What stands in the files is sealed, and is kept only as long
-- as a row waits for an answer: the file until its rows are taken out, a row until it is a place.
create table places.import (
  id           uuid        primary key,
  account      bigint      not null,
  created_at   timestamptz not null,
  file_key     bytea       not null,
  file_name    bytea       not null,
  notes        text[]      not null default '{}',
  sheet        int         not null default 0,
  header_line  int         not null default 0,
  columns      text[]      not null default '{}',
  districts    boolean     not null default false,
  default_unit int,
  default_type text,
  started_at   timestamptz,
  job          uuid,
  undone_at    timestamptz
);
create index import_account on places.import (account, created_at desc);
create index import_created on places.import (created_at);
create index import_undone on places.import (undone_at) where undone_at is not null;
comment on column places.import.file_key is 'The file''s own key, wrapped; deleting it destroys all that stands in its rows.';
comment on column places.import.notes is 'What was found in the file: a code, a colon, how many.';
comment on column places.import.columns is 'The field of each column; empty for none.';
comment on column places.import.districts is 'Whether its communes are those with districts, until 30 June 2025.';

create table places.import_part (
  import  uuid  not null references places.import on delete cascade,
  number  int   not null,
  content bytea not null,
  primary key (import, number)
);
comment on table places.import_part is 'The file in sealed pieces, deleted when its rows are taken out.';

create table places.import_row (
  import  uuid   not null references places.import on delete cascade,
  line    int    not null,
  state   text   not null check (state in ('waiting', 'accepted', 'existing', 'wrong')),
  cells   bytea,
  problem text,
  place   bigint,
  primary key (import, line),
  check (cells is not null or state in ('accepted', 'existing'))
);
create index import_row_state on places.import_row (import, state, line);
create index import_row_place on places.import_row (place) where place is not null;
comment on column places.import_row.line is 'The line in the file; with the import it is the key that makes repeating harmless.';

-- What columns meant the last time that somebody uploaded a table with this header.
create table places.import_mapping (
  account     bigint      not null,
  fingerprint bytea       not null,
  unit        int         not null,
  columns     text[]      not null,
  districts   boolean     not null,
  updated_at  timestamptz not null,
  primary key (account, fingerprint)
);
create index import_mapping_unit on places.import_mapping (fingerprint, unit);

-- What an account's words for kinds of places mean: "quán cơm" is an eating place.
create table places.import_word (
  account bigint not null,
  word    text   not null check (length(word) between 1 and 100),
  type    text   not null,
  primary key (account, word)
);
