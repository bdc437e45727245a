-- Entries are written unchained in the transactions of their acts, which commit in any order. What is
-- committed and in no block yet stands in audit.waiting: put there by a trigger in the same
-- transaction, taken away by a trigger when the entry gets its place in a block. So a committed entry
-- is always in exactly one of the two, whatever its number and however late its commit.

create table audit.block (
  number      bigint      primary key check (number > 0),
  format      smallint    not null,
  previous    bytea       not null check (length(previous) = 32),
  entries     bytea       not null check (length(entries) = 32),
  first_entry bigint      not null,
  last_entry  bigint      not null,
  entry_count int         not null check (entry_count > 0),
  emptied     boolean     not null,
  sealed_at   timestamptz not null,
  key_id      text        not null check (length(key_id) = 16),
  hash        bytea       not null check (length(hash) = 32),
  signature   bytea       not null check (length(signature) = 64)
);
comment on table audit.block is
  'Sealed entries. hash: SHA-256 over every column but hash and signature, in the encoding of docs/adr/0007-audit-seal.md; signature: Ed25519 over hash; previous: SHA-256 over hash and signature of the block before, 32 zero bytes for the first. emptied: no committed entry was left waiting.';

create table audit.sealed (
  entry    bigint primary key,
  block    bigint not null,
  position int    not null check (position >= 0),
  hash     bytea  not null check (length(hash) = 32)
);
comment on table audit.sealed is
  'The place of each sealed entry in its block, and the SHA-256 of the entry with its persons. No foreign keys: they would lock, and so write, every entry once more; the trigger lets only waiting entries in.';
create unique index sealed_place on audit.sealed (block, position);

create table audit.waiting (
  entry bigint primary key
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
comment on table audit.waiting is
  'Committed entries that are in no block yet. Nobody writes it but the two triggers.';

create function audit.entry_waits() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into audit.waiting (entry) values (new.number);
  return null;
end $$;

create function audit.entries_are_sealed() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  taken bigint;
begin
  delete from audit.waiting w using placed p where w.entry = p.entry;
  get diagnostics taken = row_count;
  if taken <> (select count(*) from placed) then
    raise exception 'only a waiting entry can be sealed' using errcode = '23503';
  end if;
  return null;
end $$;

-- Making the trigger waits for every transaction that has written an entry and keeps new ones out
-- until this one ends: no entry can slip between the trigger and the reading of the old ones.
create trigger entry_waits after insert on audit.entry
  for each row execute function audit.entry_waits();
create trigger entries_are_sealed after insert on audit.sealed
  referencing new table as placed for each statement execute function audit.entries_are_sealed();

insert into audit.waiting (entry) select number from audit.entry;

revoke execute on function audit.entry_waits(), audit.entries_are_sealed() from public;

-- Filters of the auditors' page that had no index.
create index entry_recorded on audit.entry (recorded_at, number);
