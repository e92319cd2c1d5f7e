-- The executor that started a task; null before. Tasks that were started before this version are simulated.
alter table invocation_task add column executor varchar(16);
update invocation_task set executor = 'simulated' where next_step_at is not null and status <> 'PENDING';

-- Why the output is not in COS; empty if it is there, null if it was not to be.
alter table invocation_task add column cos_error varchar(4096);

-- The executor of an instance; null for that of tat.execution.mode.
alter table instance add column executor varchar(16);
-- The arguments that run before the interpreter of its scripts, in JSON; null for none.
alter table instance add column exec varchar(4000);
