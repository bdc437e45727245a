create table people.code_key (
  id         int         primary key,
  public_point bytea     not null,
  made_at    timestamptz not null
);
comment on table people.code_key is
  'Public keys that signed personal codes, so that every copy of the program knows since when. A signature is believed by the key files alone, never by this table.';

create sequence people.code_revocation;

create table people.issued_code (
  issue      uuid        primary key,
  person     bigint      references people.person,
  kind       text        not null check (kind in ('DEVICE', 'PAPER')),
  key_id     int         not null references people.code_key,
  last_day   date        not null,
  issued_at  timestamptz not null,
  issued_by  bigint,
  revoked_at timestamptz,
  revoked_by bigint,
  revocation bigint      unique,
  check ((revoked_at is null) = (revocation is null)),
  check (person is not null or revoked_at is not null)
);
comment on table people.issued_code is
  'Signed personal codes by the number of their issue; the text itself is not kept. issued_by and revoked_by are null where the person did it. Of a destroyed identity only the revocation is left. revocation is drawn under a lock, so that numbers become visible in their order.';
create index issued_code_person on people.issued_code (person, issued_at);
create index issued_code_last_day on people.issued_code (last_day);
