-- What the agent of a managed instance has reported; null before it has connected.
alter table register_instance add column agent_version varchar(64);
alter table register_instance add column last_heartbeat_at bigint;
