create schema tracing;

create table tracing.rule_set (
  id          text        primary key,
  document    text        not null,
  title       text        not null,
  disease     text        not null,
  province    text,
  valid_from  date        not null,
  valid_to    date,
  drill       boolean     not null,
  certainty   text        not null,
  rules       jsonb       not null,
  recorded_at timestamptz not null,
  check (valid_to > valid_from)
);
comment on table tracing.rule_set is
  'Dated rule sets; those that the program ships are added at its start and never changed afterwards. Null province: the whole country. disease * is any.';

create table tracing.trace (
  number          bigint      generated always as identity primary key,
  public_id       uuid        not null default gen_random_uuid() unique,
  subject         bigint      not null unique,
  person          bigint      not null,
  index_person    bigint      not null,
  unit_id         int         not null,
  disease         text        not null,
  confirmed_on    date        not null,
  onset           date,
  sample          date,
  first_contact   date,
  isolated_at     timestamptz,
  window_from     timestamptz not null,
  window_to       timestamptz not null,
  window_start    text        not null,
  window_basis    date        not null,
  window_days     int         not null,
  rule_set        text        not null references tracing.rule_set,
  rules           jsonb       not null,
  opened_at       timestamptz not null,
  computed_at     timestamptz not null,
  computed_millis int         not null,
  grows_from      date        not null,
  due_at          timestamptz not null,
  cursor          bigint      not null,
  follow_from     bigint,
  closed_at       timestamptz,
  check (window_from < window_to)
);
comment on column tracing.trace.subject is 'Number of the case, opaque here.';
comment on column tracing.trace.person is 'The record that was named; index_person is the person it stood for when last computed.';
comment on column tracing.trace.unit_id is 'Who sees the trace; the unit of the case as entered.';
comment on column tracing.trace.rules is 'The rule set as it was on the day the case was confirmed.';
comment on column tracing.trace.grows_from is 'Visits of earlier days are destroyed; the evidence of those days stays as it is.';
comment on column tracing.trace.cursor is 'Received order of visits up to which the rows are certain to hold everything.';
comment on column tracing.trace.follow_from is
  'Set where the trace was computed beside the follower, which then reads again from here: else what was committed in between could be missed.';
create index trace_open on tracing.trace (due_at) where closed_at is null;
create index trace_follow_from on tracing.trace (follow_from) where follow_from is not null;
create index trace_index_person on tracing.trace (index_person);

create table tracing.contact (
  trace           bigint      not null references tracing.trace,
  person          bigint      not null,
  generation      smallint    not null,
  casual          boolean     not null,
  minutes         int         not null,
  first_at        timestamptz not null,
  last_at         timestamptz not null,
  via             bigint      not null,
  unit_id         int,
  exposures       int         not null,
  inferred        boolean     not null,
  evidence        bigint      not null,
  listed_at       timestamptz not null,
  late            boolean     not null,
  withdrawn_at    timestamptz,
  withdrawn_cause text,
  primary key (trace, person),
  check ((withdrawn_at is null) = (withdrawn_cause is null))
);
comment on table tracing.contact is
  'A contact is never deleted: one that is no longer supported has withdrawn_at, and keeps its last evidence. Which change led here stands in tracing.change.';
comment on column tracing.contact.evidence is 'A fingerprint of the exposures: only what changed is written again.';
create index contact_risk on tracing.contact (trace, generation, casual, (-minutes), person);
create index contact_person on tracing.contact (person);

create table tracing.exposure (
  trace             bigint   not null,
  person            bigint   not null,
  ordinal           smallint not null,
  source            text     not null,
  via               bigint   not null,
  place             bigint   not null,
  setting           text     not null,
  day               date     not null,
  pieces            bigint[] not null,
  seconds           bigint   not null,
  casual            boolean  not null,
  inferred          boolean  not null,
  reason            text     not null,
  threshold_minutes int      not null,
  rows_apart        int      not null,
  primary key (trace, person, ordinal)
);
comment on table tracing.exposure is
  'Evidence of a contact, the strongest first (ordinal 0). pieces: overlaps of 7 numbers each: stay of via from, to; stay of the contact from, to; shared from, to (epoch seconds); 1 if a departure in it is inferred. place -1: none.';

create table tracing.stay (
  trace      bigint      not null references tracing.trace,
  generation smallint    not null,
  person     bigint      not null,
  place      bigint      not null,
  from_at    timestamptz not null,
  to_at      timestamptz not null,
  until_at   timestamptz not null,
  inferred   boolean     not null,
  primary key (trace, person, place, from_at)
);
comment on table tracing.stay is
  'Exposing stays: of the index case (generation 1: it exposes that generation) and of each close contact traced further, cut to their windows. until_at is not cut and includes the air-out time: whoever comes before it touches the trace.';
create index stay_place on tracing.stay (place, from_at);

create table tracing.old_visit (
  trace      bigint      not null references tracing.trace,
  person     bigint      not null,
  place      bigint      not null,
  entered_at timestamptz not null,
  left_at    timestamptz not null,
  inferred   boolean     not null,
  primary key (trace, person, entered_at, place)
);
comment on table tracing.old_visit is
  'Visits copied before their day is destroyed, and visits that arrived afterwards: with them a trace is computed as if the days were still there. person is the record that was there.';

create table tracing.change (
  number         bigint      generated always as identity primary key,
  trace          bigint      not null references tracing.trace,
  person         bigint      not null,
  kind           text        not null,
  cause          text        not null,
  at             timestamptz not null,
  generation     smallint,
  casual_before  boolean,
  casual_after   boolean,
  minutes_before int,
  minutes_after  int
);
comment on table tracing.change is
  'What happened to contacts after the first computation; contacts of the first are those whose listed_at is the trace''s opened_at.';
create index change_trace on tracing.change (trace, number desc);
create index change_person on tracing.change (trace, person, number desc);

create table tracing.follower (
  one    boolean primary key default true check (one),
  cursor bigint  not null
);
comment on table tracing.follower is 'Where the follower goes on; who locks the row is the one copy that follows.';
insert into tracing.follower (cursor) values (0);

create table tracing.alias_change (
  number  bigint generated always as identity primary key,
  person  bigint not null,
  same_as bigint not null
);
comment on table tracing.alias_change is
  'Written in the transaction of a merge or its undoing, taken away by the follower.';
