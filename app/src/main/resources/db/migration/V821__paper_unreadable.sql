-- Whoever settles may also say that a field cannot be read.
alter table paper.difference drop constraint difference_kept_check;
alter table paper.difference add constraint difference_kept_check
  check (kept in ('FIRST', 'SECOND', 'OTHER', 'UNREADABLE'));
