create schema paper;

create table paper.pad (
  number       bigint      generated always as identity (start with 1000001) primary key,
  public_id    uuid        not null default gen_random_uuid() unique,
  place        bigint,
  unit_id      int         not null,
  form         text        not null check (length(form) <= 60),
  form_version text        not null check (length(form_version) <= 40),
  language     text        not null check (language in ('vi', 'en')),
  layout       text        not null check (layout in ('ONE', 'TWO')),
  sheets       int         not null check (sheets between 1 and 999),
  made_at      timestamptz not null,
  made_by      bigint      not null
);
comment on table paper.pad is
  'Blank forms with serials for a place, or for the station of a commune. The file is drawn anew whenever somebody asks.';
create index pad_of_place on paper.pad (place, number desc) where place is not null;
create index pad_of_unit on paper.pad (unit_id, number desc);

create table paper.batch (
  number       bigint      generated always as identity primary key,
  public_id    uuid        not null default gen_random_uuid() unique,
  name         text        not null check (length(name) between 1 and 80),
  place        bigint,
  unit_id      int         not null,
  form         text        not null,
  form_version text        not null,
  form_at      timestamptz not null,
  double_entry boolean     not null,
  settler      text        not null check (settler in ('OFFICER', 'SECOND')),
  made_at      timestamptz not null,
  made_by      bigint      not null
);
comment on table paper.batch is 'Sheets of one place and one form that are given to keyers.';
comment on column paper.batch.form_at is 'The moment whose forms hold: when the pad was made.';
comment on column paper.batch.settler is 'Who decides where two keyers read differently.';
create index batch_of_place on paper.batch (place, number desc) where place is not null;
create index batch_of_unit on paper.batch (unit_id, number desc);

create table paper.closure (
  number      bigint      generated always as identity primary key,
  batch       bigint      not null references paper.batch,
  closed_at   timestamptz not null,
  closed_by   bigint      not null,
  reopened_at timestamptz,
  reopened_by bigint
);
create unique index closure_of_batch on paper.closure (batch) where reopened_at is null;

create table paper.sheet (
  serial   bigint   primary key,
  pad      bigint   not null references paper.pad,
  position smallint not null,
  batch    bigint   references paper.batch,
  unique (pad, position)
);
comment on column paper.sheet.serial is
  'Number of the pad, position in it in three digits, check digit (Damm): eleven digits.';
create index sheet_of_batch on paper.sheet (batch, serial) where batch is not null;

create table paper.voiding (
  number      bigint      generated always as identity primary key,
  serial      bigint      not null references paper.sheet,
  reason      text        not null check (reason in ('BLANK', 'ILLEGIBLE', 'INCOMPLETE', 'LOST', 'MISPRINTED')),
  voided_at   timestamptz not null,
  voided_by   bigint      not null,
  restored_at timestamptz,
  restored_by bigint
);
create unique index voiding_of_sheet on paper.voiding (serial) where restored_at is null;

create table paper.keyer (
  number   bigint      generated always as identity primary key,
  batch    bigint      not null references paper.batch,
  account  bigint      not null,
  given_at timestamptz not null,
  given_by bigint      not null,
  ended_at timestamptz,
  ended_by bigint
);
comment on table paper.keyer is 'Who may key which batch.';
create unique index keyer_once on paper.keyer (batch, account) where ended_at is null;
create index keyer_of_account on paper.keyer (account, batch) where ended_at is null;

create table paper.entry (
  number       bigint      generated always as identity primary key,
  key          uuid        not null unique,
  serial       bigint      not null references paper.sheet,
  round        smallint    not null check (round in (1, 2)),
  account      bigint      not null,
  written_at   timestamptz not null,
  time_known   boolean     not null,
  level        text        not null,
  wrapped_key  bytea       not null,
  sealed       bytea       not null,
  begun_at     timestamptz not null,
  entered_at   timestamptz not null,
  forgotten_at timestamptz
);
comment on table paper.entry is
  'One keying of a sheet. What was keyed is sealed with a key of its own and forgotten once the declaration is taken; the row stays for the counts of keyers.';
comment on column paper.entry.level is
  'What the answers would come to, so that what looks red is settled first; green once forgotten.';
create unique index entry_of_sheet on paper.entry (serial, round) where forgotten_at is null;
create index entry_history on paper.entry (serial);
create index entry_of_account on paper.entry (account, entered_at);
create index entry_held on paper.entry (entered_at) where forgotten_at is null;

create table paper.taken (
  serial      bigint      primary key references paper.sheet,
  batch       bigint      not null references paper.batch,
  place       bigint,
  unit_id     int         not null,
  declaration uuid        not null,
  written_at  timestamptz not null,
  time_known  boolean     not null,
  taken_at    timestamptz not null,
  account     bigint      not null
);
comment on table paper.taken is
  'Sheets that became declarations; from writing to taking are the minutes from paper to traceable.';
create index taken_of_batch on paper.taken (batch);
create index taken_of_unit on paper.taken (unit_id, taken_at);
create index taken_of_place on paper.taken (place, taken_at) where place is not null;
create index taken_at on paper.taken (taken_at);

create table paper.comparison (
  serial         bigint      primary key references paper.sheet,
  batch          bigint      not null references paper.batch,
  fields         int         not null,
  first_account  bigint      not null,
  second_account bigint      not null,
  first_wrong    int         not null,
  second_wrong   int         not null,
  settled_by     bigint,
  compared_at    timestamptz not null
);
comment on table paper.comparison is
  'Two keyings of a sheet side by side, once it is decided who read which field wrongly; settled_by is null where they agreed.';
create index comparison_of_batch on paper.comparison (batch);
create index comparison_of_first on paper.comparison (first_account, compared_at);
create index comparison_of_second on paper.comparison (second_account, compared_at);

create table paper.difference (
  serial bigint not null references paper.comparison,
  field  text   not null check (length(field) <= 200),
  kept   text   not null check (kept in ('FIRST', 'SECOND', 'OTHER')),
  primary key (serial, field)
);
comment on table paper.difference is 'Which fields were read differently, without what anybody read.';

create table paper.photo (
  number       bigint      generated always as identity primary key,
  public_id    uuid        not null default gen_random_uuid() unique,
  serial       bigint      not null references paper.sheet,
  wrapped_key  bytea       not null,
  sealed       bytea       not null,
  bytes        int         not null,
  added_at     timestamptz not null,
  added_by     bigint      not null,
  destroyed_at timestamptz,
  destroyed_by bigint,
  reason       text        check (reason in ('VERIFIED', 'DEADLINE', 'REPLACED', 'VOID'))
);
comment on table paper.photo is
  'A picture of a filled-in sheet, sealed with a key of its own; key and picture are destroyed after verification or at the deadline, the row stays.';
create unique index photo_of_sheet on paper.photo (serial) where destroyed_at is null;
create index photo_held on paper.photo (added_at) where destroyed_at is null;
create index photo_history on paper.photo (serial);
