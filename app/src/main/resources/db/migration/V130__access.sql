create schema access;

create table access.account (
  number       bigint generated always as identity primary key,
  kind         text        not null check (kind in ('STAFF', 'OWNER', 'KEEPER', 'TOKEN')),
  username     text        unique check (username ~ '^[a-z0-9][a-z0-9.-]{2,39}$'),
  display_name text        not null check (length(display_name) between 1 and 80),
  created_at   timestamptz not null,
  created_by   bigint      not null
);
comment on column access.account.display_name is
  'Of staff and keepers the name they are known by at work; of owners never a name, theirs is sealed in access.owner.';

create table access.password (
  account        bigint      primary key references access.account,
  hash           text        not null,
  set_at         timestamptz not null,
  set_by         bigint      not null,
  one_time_until timestamptz
);
comment on column access.password.one_time_until is
  'Set while the password is one that somebody else chose: it must be changed at the first sign-in, and before this time.';

create table access.closure (
  number      bigint      generated always as identity primary key,
  account     bigint      not null references access.account,
  closed_at   timestamptz not null,
  closed_by   bigint      not null,
  reason      text        check (length(reason) <= 200),
  reopened_at timestamptz,
  reopened_by bigint
);
create unique index closure_of_account on access.closure (account) where reopened_at is null;

create table access.assignment (
  number     bigint      generated always as identity primary key,
  account    bigint      not null references access.account,
  role       text        not null check (length(role) <= 20),
  unit_id    int,
  sector     text        check (length(sector) <= 40),
  place      bigint,
  granted_at timestamptz not null,
  granted_by bigint      not null,
  revoked_at timestamptz,
  revoked_by bigint,
  check (sector is null or unit_id is not null),
  check (place is null or unit_id is null)
);
comment on table access.assignment is
  'A role and where it holds: everywhere when unit, sector and place are null.';
create index assignment_of_account on access.assignment (account) where revoked_at is null;
create index assignment_of_place on access.assignment (place) where place is not null;
create unique index assignment_once on access.assignment (account, role, unit_id, sector, place)
  nulls not distinct where revoked_at is null;

create table access.owner (
  account     bigint primary key references access.account,
  phone_hash  bytea  not null unique,
  wrapped_key bytea  not null,
  phone       bytea  not null,
  name        bytea  not null
);
comment on table access.owner is 'Who registered a place: phone and name sealed, the phone found by its keyed hash.';

create table access.sign_in_attempt (
  number    bigint      generated always as identity primary key,
  subject   bytea       not null,
  at        timestamptz not null,
  succeeded boolean     not null
);
comment on table access.sign_in_attempt is
  'Counted across all copies of the program; the subject is a keyed hash of a username, or of a username and an address.';
create index sign_in_attempt_subject on access.sign_in_attempt (subject, at);
create index sign_in_attempt_at on access.sign_in_attempt (at);

create table access.one_time_code (
  number         bigint      generated always as identity primary key,
  challenge_hash bytea       not null unique,
  reference      text        not null check (length(reference) = 6),
  phone_hash     bytea       not null,
  wrapped_key    bytea       not null,
  phone          bytea       not null,
  code           bytea       not null,
  purpose        text        not null check (length(purpose) <= 40),
  language       text        not null check (length(language) <= 8),
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  attempts       int         not null default 0,
  confirmed_at   timestamptz,
  confirmed_by   bigint,
  consumed_at    timestamptz
);
comment on column access.one_time_code.reference is
  'Read out by the owner to an officer where no message can be sent; useless without the challenge.';
create index one_time_code_phone on access.one_time_code (phone_hash, created_at);
create index one_time_code_created on access.one_time_code (created_at);
create index one_time_code_reference on access.one_time_code (reference);

create table access.invitation (
  number      bigint      generated always as identity primary key,
  token_hash  bytea       not null unique,
  place       bigint      not null,
  invited_at  timestamptz not null,
  invited_by  bigint      not null references access.account,
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  account     bigint      references access.account
);
create index invitation_place on access.invitation (place, number desc);

create table access.api_token (
  number     bigint      generated always as identity primary key,
  hash       bytea       not null unique,
  account    bigint      not null references access.account,
  created_at timestamptz not null,
  created_by bigint      not null,
  expires_at timestamptz not null,
  last_used  date,
  revoked_at timestamptz,
  revoked_by bigint
);
create index api_token_account on access.api_token (account);

-- Spring Session; the names of its columns are its own. It holds the number of an account, nothing more.
create table access.session (
  primary_id            char(36) primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index session_session_id on access.session (session_id);
create index session_expiry_time on access.session (expiry_time);

create table access.session_attributes (
  session_primary_id char(36)     not null references access.session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
