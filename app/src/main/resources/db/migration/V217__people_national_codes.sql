create table people.national_code (
  person      bigint      not null references people.person,
  keeper      uuid        not null,
  sealed      bytea       not null,
  recorded_at timestamptz not null,
  primary key (person, keeper)
);
comment on table people.national_code is
  'A national personal code (QĐ 1405, v1.1) that was read and kept for a person, so that it can be shown again. Never made here.';
comment on column people.national_code.keeper is
  'Who had it read and alone sees it again: the random id of an account of the resident''s app.';
comment on column people.national_code.sealed is
  'The whole text of the code, sealed with the person''s own key.';
