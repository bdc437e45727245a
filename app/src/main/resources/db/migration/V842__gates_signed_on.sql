create table gates.sign_on (
  device  bigint      not null references gates.device,
  account bigint      not null,
  at      timestamptz not null,
  primary key (device, account)
);
comment on table gates.sign_on is
  'When the server first accepted the PIN of a keeper on a device. Without it a record of that device may not stand under the keeper''s name.';
insert into gates.sign_on (device, account, at)
  select device, account, min(started_at) from gates.shift where account <> 0 group by device, account;

alter table gates.shift add column proved boolean not null default true;
comment on column gates.shift.proved is
  'Whether the server had accepted the keeper''s PIN on this device before it heard of the shift.';

alter table gates.trip add column stopped int not null default 0 check (stopped >= 0);
comment on column gates.trip.stopped is
  'How many of its people had to stop by their declaration, as the keeper saw or the server knew.';
alter table gates.trip_person add column stopped boolean not null default false;
comment on column gates.trip_person.stopped is
  'Whether this person had to stop by their declaration. It shows no diagnosis.';
