create table people.name_index (
  person         bigint     primary key references people.person,
  unit_id        int,
  tokens         smallint[] not null,
  person_version int        not null,
  key_version    int        not null
);
comment on table people.name_index is
  'Keyed tokens of the words of a name and of the birth year, cut to 13 bits: what a search by name looks for. One row a record, empty where no name is known. See docs/adr/0006-name-search.md.';
create index name_index_tokens on people.name_index using gin (tokens);
create index name_index_unit on people.name_index (unit_id);

-- Tokens of one row always come together: far more than a hundred of them are common.
alter table people.name_index alter column tokens set statistics 500;

create table people.name_search (
  account  bigint      not null,
  minute   timestamptz not null,
  searches int         not null,
  primary key (account, minute)
);
comment on table people.name_search is 'How often an account searched by name, a minute a row; kept for a day.';
