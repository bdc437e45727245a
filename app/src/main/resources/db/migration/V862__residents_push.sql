alter table residents.notice
  add column public_id uuid not null default gen_random_uuid(),
  add column posted_key text check (length(posted_key) <= 80);
create unique index notice_public_id on residents.notice (public_id);
create unique index notice_once on residents.notice (person, posted_key) where posted_key is not null;
create index notice_key on residents.notice (posted_key) where posted_key is not null;
comment on column residents.notice.posted_key is
  'What it is about, as its module says; a person is told once. Holds numbers and days, never identity.';

create table residents.push_subscription (
  number     bigint generated always as identity primary key,
  account    bigint      not null references residents.account,
  device     bigint      not null references residents.device,
  sealed     bytea,
  key_id     text        not null check (length(key_id) <= 40),
  language   text        not null check (language in ('vi', 'en')),
  created_at timestamptz not null,
  ended_at   timestamptz,
  check ((ended_at is null) = (sealed is not null))
);
comment on table residents.push_subscription is
  'A browser that its holder asked to be told of notices; address and keys sealed with the account''s key, gone with its end.';
create unique index push_subscription_device on residents.push_subscription (device) where ended_at is null;
create index push_subscription_account on residents.push_subscription (account) where ended_at is null;

create table residents.push (
  number       bigint generated always as identity primary key,
  notice       bigint not null references residents.notice,
  subscription bigint not null references residents.push_subscription,
  unique (notice, subscription)
);
comment on table residents.push is 'Which notice goes to which browser; the outbox refers to it.';
create index push_of_subscription on residents.push (subscription);

alter table residents.device
  add column must_say_who boolean not null default false,
  add column said_who_at timestamptz,
  add column wrong_tries int not null default 0;
comment on column residents.device.must_say_who is
  'The phone may have a new holder: nothing is shown before the name and birth year of the account''s own person are said.';
