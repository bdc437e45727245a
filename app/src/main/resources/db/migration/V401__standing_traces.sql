-- What happened outside the visits: taken up by the follower in its own step.
create table tracing.outside_change (
  number   bigint      generated always as identity primary key,
  kind     text        not null check (kind in ('HOUSEHOLD', 'RESIDENCE', 'PLACE')),
  key      bigint      not null,
  noted_at timestamptz not null default clock_timestamp()
);
comment on table tracing.outside_change is
  'Written in the transaction of a change of a household, a residence or a place, taken away by the follower. key is a record of people, or the number of a place.';

create table tracing.look (
  trace           bigint      not null references tracing.trace,
  account         bigint      not null,
  previous_change bigint      not null,
  previous_at     timestamptz,
  seen_change     bigint      not null,
  seen_at         timestamptz not null,
  primary key (trace, account)
);
comment on table tracing.look is
  'How far an account has seen the changes of a trace. A look after a pause makes the one before it the previous one: what came after that is new, for as long as this sitting lasts.';

alter table tracing.trace add column crowd_visitors int check (crowd_visitors > 0);
comment on column tracing.trace.crowd_visitors is
  'From how many visitors of a place on is a crowd in this trace; null in traces that were opened before crowds were known, which take the setting.';

create table tracing.crowd (
  trace          bigint      not null references tracing.trace,
  generation     smallint    not null,
  place          bigint      not null,
  from_at        timestamptz not null,
  to_at          timestamptz not null,
  visitors       int         not null,
  contacts       int         not null,
  close          int         not null,
  source_minutes int         not null,
  outcome        text        not null,
  shared         int[]       not null,
  primary key (trace, generation, place, from_at)
);
comment on table tracing.crowd is
  'Places fuller than a trace lists, as the last computation found them. contacts, close, source_minutes and shared after what was decided; shared: how many shared at least 1, 5, 15, 30, 60, 120 minutes with sources.';

create table tracing.crowd_decision (
  number          bigint      generated always as identity primary key,
  trace           bigint      not null references tracing.trace,
  place           bigint      not null,
  from_at         timestamptz not null,
  to_at           timestamptz not null,
  keep_from       timestamptz not null,
  keep_to         timestamptz not null,
  minimum_minutes int         not null check (minimum_minutes >= 0),
  include_all     boolean     not null,
  reason          text        not null check (length(reason) between 1 and 300),
  decided_at      timestamptz not null,
  decided_by      bigint      not null,
  undone_at       timestamptz,
  undone_by       bigint,
  check (from_at < to_at and keep_from < keep_to),
  check ((undone_at is null) = (undone_by is null))
);
comment on table tracing.crowd_decision is
  'What an officer decided about a crowd; holds for every crowd of the trace at that place whose window meets [from_at, to_at). The latest that was not taken back counts.';
create index crowd_decision_trace on tracing.crowd_decision (trace, number);

create table tracing.itinerary (
  number          bigint      generated always as identity primary key,
  public_id       uuid        not null default gen_random_uuid() unique,
  place           bigint      not null,
  unit_id         int         not null,
  from_at         timestamptz not null,
  to_at           timestamptz not null,
  instructions_vi text        not null check (length(instructions_vi) between 1 and 1000),
  instructions_en text        check (length(instructions_en) <= 1000),
  published_at    timestamptz not null,
  published_by    bigint      not null,
  withdrawn_at    timestamptz,
  withdrawn_by    bigint,
  withdrawn_for   text        check (length(withdrawn_for) between 1 and 300),
  check (from_at < to_at),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_for is null))
);
comment on table tracing.itinerary is
  'A place and a window that an officer made public. It names no case: nobody may learn from it who was ill. unit_id is that of the place when it was published, and decides who may publish and see who was there.';
create index itinerary_public on tracing.itinerary (from_at desc, number desc) where withdrawn_at is null;
create index itinerary_unit on tracing.itinerary (unit_id, number desc);
