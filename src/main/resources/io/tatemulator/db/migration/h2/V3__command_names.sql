-- The names of public commands are not taken from their users.
alter table command drop constraint command_name;
alter table command add constraint command_name unique (tenant_id, created_by, name);
