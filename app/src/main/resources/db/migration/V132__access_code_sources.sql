alter table access.one_time_code add column source_hash bytea;
alter table access.one_time_code add column known boolean not null default false;
comment on column access.one_time_code.source_hash is
  'Keyed hash of the network address that asked, or of the browser that had proved this phone before; one source cannot use up the codes of another.';
comment on column access.one_time_code.known is
  'Whether a browser asked that had proved this phone before.';
