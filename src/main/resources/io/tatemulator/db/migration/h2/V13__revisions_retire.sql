-- Whose revision it is, and from when on nothing begins to run it; null while it is a command's current one. A revision
-- without a command or an invocation has no owner any more.
alter table command_revision add column tenant_id bigint;
alter table command_revision add column retired_at bigint;
merge into command_revision r
  using (select revision_id, tenant_id from invocation union select revision_id, tenant_id from command) u
  on r.id = u.revision_id
  when matched then update set r.tenant_id = u.tenant_id;
delete from command_revision where tenant_id is null;
alter table command_revision alter column tenant_id set not null;
update command_revision r set retired_at = (select last_event_at from tenant where id = r.tenant_id)
  where not exists (select 1 from command where revision_id = r.id);
create index command_revision_retired on command_revision (tenant_id, retired_at);
