-- A declaration at the highest level is a task too: it belongs to no case. The version before joins
-- tasks to their cases and so does not see these.
alter table casework.task alter column case_file drop not null;
alter table casework.task add column kind text not null default 'CONTACT';
alter table casework.task add column declaration uuid;
alter table casework.task
  add constraint task_kind check (
    (kind = 'CONTACT' and case_file is not null and declaration is null)
    or (kind = 'WARNING' and case_file is null and declaration is not null));
comment on column casework.task.kind is
  'CONTACT: somebody to reach for a case. WARNING: somebody whose health declaration asks for a call.';
comment on column casework.task.declaration is 'Public id of the declaration that asked for it last.';
create index task_warning on casework.task (person) where kind = 'WARNING';
