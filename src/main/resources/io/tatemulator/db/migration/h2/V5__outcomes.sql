-- What an executor wants to remember of a task until it ends.
alter table invocation_task add column note varchar(1048576);

create table outcome_rule (
  place int             primary key,
  rule  varchar(1048576) not null,
  -- How many tasks fitted all but its number and its chance, and how many it decided.
  seen  bigint          not null,
  hits  bigint          not null
);
