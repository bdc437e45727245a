create schema privacy;

create table privacy.sealed_text (
  number         bigint generated always as identity primary key,
  owner          uuid   not null,
  wrapped_key    bytea,
  sealed         bytea,
  master_version int    not null,
  check ((wrapped_key is null) = (sealed is null))
);
comment on table privacy.sealed_text is
  'Free text of requests, breaches and assessments, sealed under a key of its own; both columns are null once destroyed. owner is the public id of what it belongs to and is bound into the seal.';
create index sealed_text_version on privacy.sealed_text (master_version) where wrapped_key is not null;

create table privacy.step (
  number  bigint      generated always as identity primary key,
  subject uuid        not null,
  what    text        not null check (length(what) <= 40),
  reason  text        check (length(reason) <= 80),
  text    bigint      references privacy.sealed_text,
  at      timestamptz not null,
  by      bigint      not null
);
comment on table privacy.step is
  'What happened to a request, a breach, an assessment: who and when. subject is its public id; text is what was written with it, sealed.';
create index step_subject on privacy.step (subject, number);

create table privacy.day_off (
  number       bigint      generated always as identity primary key,
  day          date        not null,
  kind         text        not null check (kind in ('HOLIDAY', 'WORKING_DAY')),
  name         text        not null check (length(name) <= 200),
  document     text        not null check (length(document) <= 200),
  entered_by   bigint      not null,
  entered_at   timestamptz not null,
  withdrawn_by bigint,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
comment on table privacy.day_off is
  'Public holidays, and weekend days that are worked instead, as the operator enters them with their document.';
create unique index day_off_day on privacy.day_off (day) where withdrawn_at is null;

create table privacy.request (
  number          bigint      generated always as identity primary key,
  public_id       uuid        not null unique,
  kind            text        not null,
  way             text        not null,
  received_at     timestamptz not null,
  entered_by      bigint      not null,
  person          bigint,
  identity_check  text,
  formal          boolean     not null,
  third_parties   boolean     not null,
  text            bigint      not null references privacy.sealed_text,
  receipt         bytea,
  document        text        not null,
  certainty       text        not null,
  acknowledge_due timestamptz,
  decision_due    timestamptz,
  extended_at     timestamptz,
  acknowledged_at timestamptz,
  decided_at      timestamptz,
  outcome         text,
  refusal         text,
  closed_at       timestamptz,
  due_at          timestamptz not null generated always as (
    case
      when closed_at is not null then timestamptz 'infinity'
      when acknowledged_at is null and acknowledge_due is not null
        then least(acknowledge_due, coalesce(decision_due, acknowledge_due))
      else coalesce(decision_due, timestamptz 'infinity')
    end) stored,
  check ((decided_at is null) = (outcome is null)),
  check ((outcome is not distinct from 'REFUSED') = (refusal is not null)),
  check ((person is null) = (identity_check is null))
);
comment on column privacy.request.formal is
  'In writing: the answer then names the officers who read the data, not their office only.';
comment on column privacy.request.document is 'The law that set the clocks on the day of receipt.';
comment on column privacy.request.receipt is 'Keyed hash of the receipt by which the requester asks how it stands.';
create index request_due on privacy.request (due_at, number) where closed_at is null;
create index request_kind on privacy.request (kind, due_at, number) where closed_at is null;
create index request_closed on privacy.request (number desc) where closed_at is not null;
create index request_person on privacy.request (person) where person is not null;
create unique index request_receipt on privacy.request (receipt) where receipt is not null;

create table privacy.restriction (
  number    bigint      generated always as identity primary key,
  person    bigint      not null,
  request   bigint      not null references privacy.request,
  since     timestamptz not null,
  by        bigint      not null,
  lifted_at timestamptz,
  lifted_by bigint,
  check ((lifted_at is null) = (lifted_by is null))
);
comment on table privacy.restriction is
  'Whose data is used for nothing but what the law demands: not given to agencies while it stands.';
create index restriction_person on privacy.restriction (person) where lifted_at is null;

create table privacy.breach (
  number         bigint      generated always as identity primary key,
  public_id      uuid        not null unique,
  discovered_at  timestamptz not null,
  categories     text[]      not null,
  persons        int         check (persons >= 0),
  harm_likely    boolean     not null,
  text           bigint      not null references privacy.sealed_text,
  document       text        not null,
  certainty      text        not null,
  notify_due     timestamptz not null,
  notified_at    timestamptz,
  told_at        timestamptz,
  closed_at      timestamptz,
  entered_by     bigint      not null,
  entered_at     timestamptz not null
);
create index breach_open on privacy.breach (notify_due, number) where closed_at is null;
create index breach_closed on privacy.breach (number desc) where closed_at is not null;

create table privacy.breach_person (
  number   bigint      generated always as identity primary key,
  breach   bigint      not null references privacy.breach,
  person   bigint      not null,
  added_by bigint      not null,
  added_at timestamptz not null,
  told_at  timestamptz,
  unique (breach, person)
);

create table privacy.assessment (
  number     bigint      generated always as identity primary key,
  public_id  uuid        not null unique,
  started_on date        not null,
  text       bigint      not null references privacy.sealed_text,
  document   text        not null,
  certainty  text        not null,
  file_due   timestamptz not null,
  filed_at   timestamptz,
  update_due timestamptz,
  closed_at  timestamptz,
  entered_by bigint      not null,
  entered_at timestamptz not null
);
comment on column privacy.assessment.update_due is
  'When the file must be looked at again, from the last filing or update; null where the law of that day sets no such period.';

create table privacy.agency_request (
  number      bigint      generated always as identity primary key,
  public_id   uuid        not null unique,
  agency      text        not null check (length(agency) <= 200),
  purpose     text        not null,
  case_number bigint      not null,
  unit_id     int,
  asked       text[]      not null,
  text        bigint      not null references privacy.sealed_text,
  entered_by  bigint      not null,
  entered_at  timestamptz not null,
  state       text        not null check (state in ('WAITING', 'APPROVED', 'REFUSED', 'REVOKED')),
  refusal     text,
  decided_by  bigint,
  decided_at  timestamptz,
  granted     text[],
  expires_at  timestamptz,
  check ((state = 'WAITING') = (decided_at is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (state not in ('APPROVED', 'REVOKED') or (granted is not null and expires_at is not null))
);
comment on column privacy.agency_request.unit_id is
  'Where the case lies, or, where it is not known, the unit of whoever entered it; decides who sees the request.';
create index agency_request_number on privacy.agency_request (unit_id, number desc);
create index agency_request_state on privacy.agency_request (state, number desc);
create index agency_request_own on privacy.agency_request (entered_by, number desc);

create table privacy.agency_person (
  request bigint not null references privacy.agency_request,
  person  bigint not null,
  primary key (request, person)
);
comment on table privacy.agency_person is 'Whose data was approved for the request; contacts of its case.';
create index agency_person_person on privacy.agency_person (person);
