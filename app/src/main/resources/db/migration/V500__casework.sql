create schema casework;

create table casework.case_file (
  number        bigint      generated always as identity primary key,
  public_id     uuid        not null default gen_random_uuid() unique,
  disease       text        not null,
  person        bigint      not null,
  unit_id       int         not null,
  symptomatic   boolean     not null,
  onset         date,
  sample        date,
  first_contact date,
  source_case   bigint      references casework.case_file,
  isolated_at   timestamptz,
  confirmed_on  date        not null,
  opened_by     bigint      not null,
  opened_at     timestamptz not null,
  closed_at     timestamptz
);
comment on column casework.case_file.unit_id is 'Where the person lives, as entered; decides who sees the case.';
comment on column casework.case_file.closed_at is
  'Follows from the latest row of case_state; kept in the same transaction so that lists can filter.';
create index case_file_unit on casework.case_file (unit_id, number desc);
create index case_file_open on casework.case_file (number desc) where closed_at is null;
create index case_file_person on casework.case_file (person);

create table casework.case_state (
  number    bigint      generated always as identity primary key,
  case_file bigint      not null references casework.case_file,
  what      text        not null check (what in ('opened', 'corrected', 'closed', 'reopened')),
  reason    text,
  at        timestamptz not null,
  by        bigint      not null
);
create index case_state_case on casework.case_state (case_file, number desc);

create table casework.case_note (
  number      bigint      generated always as identity primary key,
  case_file   bigint      not null references casework.case_file,
  wrapped_key bytea,
  sealed      bytea,
  at          timestamptz not null,
  by          bigint      not null,
  check ((wrapped_key is null) = (sealed is null))
);
comment on table casework.case_note is
  'Free text, sealed under a key of its own; both columns are null once destroyed.';
create index case_note_case on casework.case_note (case_file, number desc);

create table casework.task (
  number       bigint      generated always as identity primary key,
  case_file    bigint      not null references casework.case_file,
  person       bigint      not null,
  unit_id      int         not null,
  unit_of_case boolean     not null,
  close        boolean     not null,
  listed_at    timestamptz not null,
  due_at       timestamptz not null,
  state        text        not null default 'TO_REACH',
  state_at     timestamptz,
  attempts     smallint    not null default 0,
  finished     boolean     not null default false,
  needed       boolean     not null default true,
  unique (case_file, person)
);
comment on table casework.task is
  'Somebody to reach for a case. unit_id is the commune where the person lives; where that is unknown the case''s stands in (unit_of_case). state, state_at, attempts and finished follow from follow_up and are kept in the same transaction. needed is false while the trace no longer supports the contact.';
create index task_due on casework.task (due_at, number) where not finished;
create index task_unit_due on casework.task (unit_id, due_at, number) where not finished;
create index task_person on casework.task (person);

create table casework.follow_up (
  number    bigint      generated always as identity primary key,
  task      bigint      not null references casework.task,
  state     text        not null,
  at        timestamptz not null,
  by        bigint      not null,
  undone_at timestamptz,
  undone_by bigint,
  check ((undone_at is null) = (undone_by is null))
);
comment on table casework.follow_up is 'What became of a contact; the latest row that was not taken back holds.';
create index follow_up_task on casework.follow_up (task, number desc);
