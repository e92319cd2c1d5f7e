-- For a page, H2 takes the first index that begins with the tenant, and then sorts all that the tenant has. The other
-- tables with such a key have no more rows for a tenant than a quota allows.
alter table invoker drop constraint invoker_number;
alter table invoker add constraint invoker_number unique (number, tenant_id);
