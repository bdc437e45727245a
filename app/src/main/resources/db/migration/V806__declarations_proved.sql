alter table declarations.declaration add column proved boolean not null default false;
comment on column declarations.declaration.proved is
  'Whether it was made by a proved phone, with a code that the person''s own device signed, or by an officer; false where somebody only said who it is. One that is not clears no warning of one that is.';
