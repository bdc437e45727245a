-- Posters of many places as one file: which places, in which order, and the pages made so far. What
-- they say hangs in public; nothing is sealed.
create table places.print (
  id         uuid        primary key,
  account    bigint      not null,
  created_at timestamptz not null,
  layout     text        not null check (layout in ('poster', 'two', 'four', 'eight')),
  address    text        not null check (length(address) <= 200),
  places     int         not null check (places > 0),
  job        uuid
);
create index print_account on places.print (account, created_at desc);
create index print_created on places.print (created_at);
comment on column places.print.address is 'What the codes lead to, before /d/ and the place code.';

create table places.print_place (
  print    uuid   not null references places.print on delete cascade,
  position int    not null,
  place    bigint not null,
  primary key (print, position)
);

create table places.print_part (
  print   uuid  not null references places.print on delete cascade,
  number  int   not null,
  content bytea not null,
  primary key (print, number)
);
comment on table places.print_part is 'Pages in PDF, some places each; joined when they are fetched.';

-- Badges of keepers. One counts while its keeper keeps the place: revoking the keeper ends it.
create table places.badge (
  code       text        primary key check (length(code) between 10 and 40),
  place      bigint      not null,
  assignment bigint      not null unique,
  issued_at  timestamptz not null,
  issued_by  bigint      not null
);
create index badge_place on places.badge (place);
