-- When the tenant's state last changed, by the emulator's clock; 0 for never. What a tenant has from the first, which is
-- dated 2020-10-28, is no change.
alter table tenant add column if not exists last_event_at bigint default 0 not null;
update tenant t set last_event_at = greatest(
  coalesce((select max(updated_at) from command where tenant_id = t.id and updated_at <> 1603843200000), 0),
  coalesce((select max(updated_at) from invoker where tenant_id = t.id and updated_at <> 1603843200000), 0),
  coalesce((select max(updated_at) from invocation where tenant_id = t.id), 0),
  coalesce((select max(updated_at) from register_code where tenant_id = t.id), 0),
  coalesce((select max(updated_at) from register_instance where tenant_id = t.id), 0));
