-- Coverage: which places that must register have a code, and which codes are scanned. Counts come from
-- visits through the port VisitCounts; figures are added up beforehand a commune at a time.

alter table places.place add column expected_visitors int
  check (expected_visitors between 1 and 1000000);
comment on column places.place.expected_visitors is
  'Visitors expected on a day on which the place is open, as somebody who answers for it said; null where nobody did.';

-- Where a place was before it moved. Visits keep the number of the place; where it was at their time is
-- answered from here.
create table places.former_location (
  number         bigint      generated always as identity primary key,
  place          bigint      not null references places.place on delete cascade,
  until          timestamptz not null,
  address        text        not null check (length(address) between 1 and 300),
  unit_id        int         not null,
  latitude       double precision,
  longitude      double precision,
  location_exact boolean     not null
);
comment on table places.former_location is
  'A row holds from the until of the row before, or the beginning, to its own until. Undoing a move deletes its row; state_change keeps that it was.';
create unique index former_location_place on places.former_location (place, until);
create index former_location_unit on places.former_location (unit_id);

-- One row a place and local day on which somebody came. Counted anew from the visits whenever one of
-- them changes, never added to, so that a repeated or late message changes nothing twice.
create table places.activity (
  place    bigint      not null,
  day      date        not null,
  visits   int         not null check (visits > 0),
  visitors int         not null check (visitors between 1 and visits),
  last_at  timestamptz not null,
  primary key (place, day) include (visits, visitors)
);
comment on table places.activity is
  'visits: entries that began on that local day; visitors: different person records among them.';
create index activity_day on places.activity (day);

create table places.activity_cursor (
  one     boolean     primary key default true check (one),
  cursor  bigint      not null,
  read_at timestamptz
);
comment on table places.activity_cursor is
  'Up to where the received order of visits has been counted; 0 counts everything that is still held.';
insert into places.activity_cursor (cursor) values (0);

-- Places known to exist that have to register: from a tax list, a market's register, a walk through the
-- street. Once a registration fits, the entry counts through the place.
create table places.obliged (
  number         bigint      generated always as identity primary key,
  public_id      uuid        not null default gen_random_uuid() unique,
  name           text        not null check (length(name) between 1 and 200),
  address        text        not null check (length(address) between 1 and 300),
  search_name    text        not null,
  search_address text        not null,
  search         tsvector    generated always as
                   (to_tsvector('simple'::regconfig, search_name || ' ' || search_address)) stored,
  type           text        not null,
  unit_id        int         not null,
  sector         text        not null,
  document       text        not null check (length(document) between 1 and 300),
  state          text        not null check (state in ('listed', 'matched', 'dropped')),
  place          bigint      references places.place,
  entered_at     timestamptz not null,
  entered_by     bigint      not null,
  check ((state = 'matched') = (place is not null))
);
comment on column places.obliged.document is 'The list or document that says this place exists.';
comment on column places.obliged.state is
  'Follows from the latest row of obliged_step; kept in the same transaction so that lists can filter.';
create unique index obliged_once on places.obliged (unit_id, search_name, search_address)
  where state <> 'dropped';
create index obliged_state on places.obliged (state, number desc);
create index obliged_unit on places.obliged (unit_id, state, number desc);
create index obliged_sector on places.obliged (sector, state, number desc);
create index obliged_type on places.obliged (type, state, number desc);
create index obliged_search on places.obliged using gin (search);
create index obliged_place on places.obliged (place) where place is not null;

create table places.obliged_step (
  number  bigint      generated always as identity primary key,
  obliged bigint      not null references places.obliged on delete cascade,
  what    text        not null check (what in ('listed', 'matched', 'unmatched', 'dropped', 'restored')),
  place   bigint,
  at      timestamptz not null,
  by      bigint      not null,
  reason  text        check (length(reason) <= 500)
);
create index obliged_step_obliged on places.obliged_step (obliged, number desc);

-- Figures of a commune as entered, of a sector and a kind, as they stood at the end of a local day, over
-- the last so many days.
create table places.coverage_cell (
  day              date     not null,
  days             smallint not null,
  unit_id          int      not null,
  sector           text     not null,
  type             text     not null,
  must             int      not null,
  registered       int      not null,
  waiting          int      not null,
  listed           int      not null,
  active           int      not null,
  never            int      not null,
  silent           int      not null,
  visits           bigint   not null,
  visitors         bigint   not null,
  expecting        int      not null,
  expected         bigint   not null,
  expected_visitors bigint  not null,
  primary key (day, days, unit_id, sector, type)
);
comment on column places.coverage_cell.must is
  'registered + waiting + listed: open places that must register, registrations that wait, and listed places without one.';
comment on column places.coverage_cell.expected is
  'Visitors expected in these days by the places that say how many they expect (expecting); expected_visitors is how many came to these.';

-- What was counted changed in a commune from a day on. Rows are only added here; the adding-up takes them
-- away, so nobody who registers a place waits for anybody else.
create table places.coverage_change (
  number  bigint      generated always as identity primary key,
  unit_id int         not null,
  day     date        not null,
  at      timestamptz not null default clock_timestamp()
);
create index coverage_change_unit on places.coverage_change (unit_id);

create table places.coverage_day (
  day     date        primary key,
  made_at timestamptz not null
);
comment on table places.coverage_day is 'The days whose figures have been asked for in every commune.';

-- Whatever changes a place or an entry writes a row of its history: registration, import, correction,
-- move. Hanging on that row, no way of changing one can forget the figures.
create function places.note_place_change() returns trigger
language plpgsql as $$
begin
  insert into places.coverage_change (unit_id, day)
  select distinct p.unit_id, (n.at at time zone 'Asia/Ho_Chi_Minh')::date
  from arrived n join places.place p on p.number = n.place
  where p.status <> 'draft'
  union
  select o.unit_id, (n.at at time zone 'Asia/Ho_Chi_Minh')::date
  from arrived n join places.obliged o on o.place = n.place;
  return null;
end $$;
create trigger state_change_noted after insert on places.state_change
  referencing new table as arrived for each statement execute function places.note_place_change();

-- A correction says that a fact was wrong all along: both communes are added up anew for all days.
create function places.note_place_corrected() returns trigger
language plpgsql as $$
begin
  insert into places.coverage_change (unit_id, day)
  select distinct unit_id, date '2000-01-01' from (values (old.unit_id), (new.unit_id)) u (unit_id);
  return null;
end $$;
create trigger place_corrected_noted
  after update of unit_id, type, must_register, valid_from, valid_to on places.place for each row
  when (new.status <> 'draft' and (old.unit_id, old.type, old.must_register, old.valid_from, old.valid_to)
    is distinct from (new.unit_id, new.type, new.must_register, new.valid_from, new.valid_to))
  execute function places.note_place_corrected();

create function places.note_obliged_change() returns trigger
language plpgsql as $$
begin
  insert into places.coverage_change (unit_id, day)
  select distinct o.unit_id, (n.at at time zone 'Asia/Ho_Chi_Minh')::date
  from arrived n join places.obliged o on o.number = n.obliged;
  return null;
end $$;
create trigger obliged_step_noted after insert on places.obliged_step
  referencing new table as arrived for each statement execute function places.note_obliged_change();

-- The places that stand already are added up at the first start.
insert into places.coverage_change (unit_id, day)
select distinct unit_id, (now() at time zone 'Asia/Ho_Chi_Minh')::date
from places.place where status <> 'draft';

-- Lists behind the figures: a kind within a commune, newest first.
create index place_unit_type on places.place (unit_id, type, number desc) where status <> 'draft';
