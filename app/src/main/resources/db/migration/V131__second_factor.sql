create table access.second_factor (
  number       bigint      generated always as identity primary key,
  account      bigint      not null references access.account,
  wrapped_key  bytea       not null,
  secret       bytea       not null,
  begun_at     timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint      not null default 0,
  removed_at   timestamptz,
  removed_by   bigint,
  reason       text        check (length(reason) <= 200)
);
create unique index second_factor_of_account on access.second_factor (account)
  where removed_at is null;
comment on table access.second_factor is
  'One-time passwords by time (RFC 6238). The secret is sealed; last_step refuses a code that was used.';

create table access.recovery_code (
  number  bigint      generated always as identity primary key,
  factor  bigint      not null references access.second_factor,
  hash    bytea       not null,
  used_at timestamptz
);
create index recovery_code_factor on access.recovery_code (factor);
comment on column access.recovery_code.hash is 'Keyed hash; the code itself was shown once.';
