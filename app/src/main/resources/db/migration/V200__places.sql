create schema places;

-- The lines of places/types.tsv, laid over what is there at every start that brings another version.
create table places.type (
  code          text     not null,
  valid_from    date     not null,
  valid_to      date,
  "group"       text     not null check ("group" in ('work-business', 'crowd')),
  name_vi       text     not null,
  name_en       text     not null,
  sector        text     not null,
  setting       text     not null check (setting in ('indoor', 'outdoor', 'vehicle')),
  hours         int4multirange not null,
  dwell_minutes int      not null check (dwell_minutes between 1 and 1440),
  must_register boolean  not null,
  document      text     not null,
  note          text     not null,
  primary key (code, valid_from)
);
comment on column places.type.hours is 'Minutes since Monday 00:00, half-open; a day past Sunday at most.';
comment on column places.type.note is 'What of the line is the product''s own advice and in no document.';

create table places.place (
  number         bigint generated always as identity primary key,
  public_id      uuid           not null default gen_random_uuid() unique,
  code           char(8)        not null unique,
  name           text           not null check (length(name) between 1 and 200),
  address        text           not null check (length(address) between 1 and 300),
  search_name    text           not null,
  search_address text           not null,
  search         tsvector       generated always as
                   (to_tsvector('simple'::regconfig, search_name || ' ' || search_address)) stored,
  type           text           not null,
  unit_id        int            not null,
  sector         text           not null,
  latitude       double precision check (latitude between -90 and 90),
  longitude      double precision check (longitude between -180 and 180),
  location_exact boolean        not null,
  setting        text           not null check (setting in ('indoor', 'outdoor', 'vehicle')),
  hours          int4multirange,
  capacity       int            check (capacity between 1 and 1000000),
  must_register  boolean        not null,
  valid_from     timestamptz,
  valid_to       timestamptz,
  owner_account  bigint,
  owner_key      bytea,
  owner_name     bytea,
  owner_phone    bytea,
  status         text           not null
                   check (status in ('draft', 'submitted', 'returned', 'open', 'closed')),
  status_since   timestamptz    not null,
  revision       int            not null default 0,
  created_at     timestamptz    not null,
  created_by     bigint,
  check (valid_to > valid_from),
  check ((latitude is null) = (longitude is null))
);
comment on column places.place.unit_id is 'The commune as it was entered; reports roll up by units.within.';
comment on column places.place.sector is
  'The sector that answers for the type today; follows the type''s lines when sectors merge.';
comment on column places.place.hours is 'Minutes since Monday 00:00; null means those of the type.';
comment on column places.place.status is
  'Follows from the latest row of state_change; kept in the same transaction so that lists can filter.';
comment on column places.place.owner_key is 'The owner''s own key, wrapped; deleting it destroys name and phone.';

-- One place is not registered twice. Events at one address differ by their day. Drafts do not count:
-- anybody can type one.
create unique index place_once on places.place
  (unit_id, search_name, search_address, coalesce(valid_from, '-infinity'))
  where status in ('submitted', 'returned', 'open');

-- Every list is ordered by number (the newest first); each offered filter has an index that ends so.
create index place_unit on places.place (unit_id, number desc) where status <> 'draft';
create index place_type on places.place (type, number desc) where status <> 'draft';
create index place_sector on places.place (sector, number desc) where status <> 'draft';
create index place_status on places.place (status, number desc) where status <> 'draft';
create index place_search on places.place using gin (search);
create index place_owner on places.place (owner_account, number desc) where owner_account is not null;
create index place_waiting on places.place (status_since, number) where status = 'submitted';
create index place_draft on places.place (status_since) where status = 'draft';

create table places.state_change (
  number bigint generated always as identity primary key,
  place  bigint      not null references places.place on delete cascade,
  what   text        not null check (what in ('registered', 'submitted', 'approved', 'returned',
                       'corrected', 'code_replaced', 'closed', 'reopened')),
  at     timestamptz not null,
  by     bigint,
  reason text        check (length(reason) <= 500)
);
create index state_change_place on places.state_change (place, number desc);

-- Every code ever given out. A code is never given to another place, so a stray poster can never
-- record visits somewhere else.
create table places.code (
  code    char(8)     primary key,
  place   bigint      not null,
  since   timestamptz not null,
  until   timestamptz,
  reason  text        check (length(reason) <= 500)
);
create index code_place on places.code (place, since desc);

create table places.reference_version (
  one       boolean     primary key default true check (one),
  version   text        not null,
  loaded_at timestamptz not null
);
comment on table places.reference_version is 'Hash of the types.tsv that places.type holds.';
