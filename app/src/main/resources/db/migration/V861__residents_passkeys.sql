create table residents.passkey (
  number        bigint generated always as identity primary key,
  public_id     uuid        not null unique default gen_random_uuid(),
  account       bigint      not null references residents.account,
  credential_id bytea       not null unique check (octet_length(credential_id) <= 1023),
  public_cose   bytea       not null,
  counter       bigint      not null,
  backed_up     boolean     not null,
  backup_able   boolean     not null,
  label         bytea       not null,
  created_at    timestamptz not null,
  last_used     date
);
comment on table residents.passkey is
  'A key in a phone or a password manager by which an account is signed in to; removed with its row.';
comment on column residents.passkey.public_cose is 'Attested credential data; only the public half is ever here.';
comment on column residents.passkey.label is 'How the resident calls it, sealed with the account''s key.';
create index passkey_account on residents.passkey (account, number);

create table residents.passkey_challenge (
  challenge_hash bytea       primary key,
  account        bigint references residents.account,
  expires_at     timestamptz not null
);
comment on table residents.passkey_challenge is
  'What a device must sign, once; account is set where a passkey is added, null at the sign-in.';
create index passkey_challenge_expires on residents.passkey_challenge (expires_at);
