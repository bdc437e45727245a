create schema messaging;

create table messaging.outbox (
  number     bigint      generated always as identity primary key,
  owner      text        not null check (length(owner) <= 40),
  template   text        not null check (length(template) <= 40),
  reference  bigint      not null,
  created_at timestamptz not null,
  attempts   int         not null default 0,
  next_at    timestamptz,
  unique (owner, template, reference)
);
comment on table messaging.outbox is
  'What is to be sent, as a reference to a row of another module: no phone, no name, no text. next_at is null when nothing more will be tried.';
create index outbox_next on messaging.outbox (next_at) where next_at is not null;
create index outbox_created on messaging.outbox (created_at);

create table messaging.delivery (
  number     bigint      generated always as identity primary key,
  outbox     bigint      not null references messaging.outbox on delete cascade,
  channel    text        not null check (length(channel) <= 40),
  started_at timestamptz not null,
  ended_at   timestamptz,
  outcome    text        check (outcome in ('SENT', 'REFUSED', 'LATER', 'UNKNOWN', 'GONE')),
  check ((ended_at is null) = (outcome is null))
);
comment on table messaging.delivery is
  'One try to send. A try that began and never ended has an unknown outcome, and is repeated only where its template says so.';
create index delivery_outbox on messaging.delivery (outbox, number desc);
