create schema declarations;

create table declarations.declaration (
  number                   bigint      generated always as identity primary key,
  key                      uuid        not null unique,
  public_id                uuid        not null default gen_random_uuid() unique,
  form                     text        not null,
  form_version             text        not null,
  person                   bigint      not null,
  by_person                bigint,
  unit_id                  int         not null,
  place                    bigint,
  way                      text        not null,
  level                    text        not null check (level in ('GREEN', 'YELLOW', 'ORANGE', 'RED')),
  sealed                   bytea,
  declared_at              timestamptz not null,
  original_at              timestamptz,
  clock_correction_seconds int         not null default 0,
  received_at              timestamptz not null,
  captured_by              bigint,
  device                   bigint,
  paper_serial             text
);
comment on table declarations.declaration is
  'A questionnaire that somebody answered. The answers are sealed with the key of the person''s record; only what lists and figures need lies open.';
comment on column declarations.declaration.key is
  'Made by whoever sends it, so that a second delivery is known.';
comment on column declarations.declaration.unit_id is
  'The commune in charge: of residence as declared, else as known, else that of the place.';
comment on column declarations.declaration.device is
  'The browser that sent it; only that browser begins its next declaration with these answers.';

-- One index for each filter that the officers' list offers, each in the order of the list.
create index declaration_latest on declarations.declaration (declared_at desc, number desc);
create index declaration_unit on declarations.declaration (unit_id, declared_at desc, number desc);
create index declaration_place on declarations.declaration (place, declared_at desc, number desc) where place is not null;
create index declaration_form on declarations.declaration (form, declared_at desc, number desc);
create index declaration_level on declarations.declaration (level, declared_at desc, number desc);
create index declaration_way on declarations.declaration (way, declared_at desc, number desc);
create index declaration_person on declarations.declaration (person, declared_at desc, number desc);
create index declaration_serial on declarations.declaration (paper_serial) where paper_serial is not null;

create table declarations.fired (
  code        text        not null,
  declared_at timestamptz not null,
  declaration bigint      not null references declarations.declaration on delete cascade,
  primary key (code, declared_at, declaration)
);
comment on table declarations.fired is 'The warnings that the rules of the form gave; a row each.';
create index fired_declaration on declarations.fired (declaration);

create table declarations.stay (
  declaration bigint      not null references declarations.declaration on delete cascade,
  line        smallint    not null,
  person      bigint      not null,
  place       bigint,
  words       bigint[],
  from_at     timestamptz not null,
  to_at       timestamptz not null,
  primary key (declaration, line),
  check (from_at < to_at),
  check ((place is null) <> (words is null))
);
comment on table declarations.stay is
  'Where somebody says to have been: a registered place, or keyed hashes of the words of a place in free text, by which it may be a registered one.';
create index stay_place on declarations.stay (place, to_at) where place is not null;
create index stay_words on declarations.stay using gin (words) where words is not null;
create index stay_person on declarations.stay (person);

-- Figures are added up by one folder from what each declaration left; two that arrive together
-- never wait for each other's row.
create table declarations.day_count (
  day          date   not null,
  unit_id      int    not null,
  place        bigint not null,
  form         text   not null,
  level        text   not null,
  declarations bigint not null,
  primary key (day, unit_id, place, form, level)
);
comment on column declarations.day_count.place is '0 for those made at no place.';
create index day_count_unit on declarations.day_count (unit_id, day);

create table declarations.count_change (
  number  bigint generated always as identity primary key,
  day     date   not null,
  unit_id int    not null,
  place   bigint not null,
  form    text   not null,
  level   text   not null,
  change  int    not null
);

create table declarations.retention_run (
  number   bigint      generated always as identity primary key,
  before   date        not null,
  dropped  bigint      not null,
  kept     bigint      not null,
  begun_at timestamptz not null,
  ended_at timestamptz
);
comment on table declarations.retention_run is
  'What was dropped at the end of the retention: declarations before a day, but those of persons of open cases.';
