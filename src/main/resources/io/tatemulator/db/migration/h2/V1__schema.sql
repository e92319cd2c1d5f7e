-- Limits of texts count code points, columns count UTF-16 units, so columns are twice as wide. Times are milliseconds
-- since 1970. Every row is numbered by one sequence, which starts anywhere so that two databases
-- do not issue the same identifiers.
create sequence emulator_id start with ${first-id} increment by 1000 no cache;

create table tenant (
  id          bigint       primary key,
  account     varchar(64)  not null,
  region      varchar(128) not null,
  invocations bigint       default 0 not null,
  tasks       bigint       default 0 not null,
  records     bigint       default 0 not null,
  constraint tenant_owner unique (account, region)
);

-- What a command said at one time. Never changed, so that what has run keeps what it ran.
create table command_revision (
  id                      bigint         primary key,
  command_number          bigint         not null,
  name                    varchar(60)    not null,
  description             varchar(240)   not null,
  content                 varchar(65536) not null,
  type                    varchar(16)    not null,
  working_directory       varchar(8192)  not null,
  timeout_seconds         bigint         not null,
  enable_parameter        boolean        not null,
  default_parameters      varchar(131072) not null,
  default_parameter_confs varchar(262144) not null,
  username                varchar(512)   not null,
  output_cos_bucket_url   varchar(4096)  not null,
  output_cos_key_prefix   varchar(240)   not null
);

create table command (
  id          bigint      primary key,
  tenant_id   bigint      not null references tenant (id),
  number      bigint      not null,
  name        varchar(60) not null,
  created_by  varchar(8)  not null,
  revision_id bigint      not null references command_revision (id),
  created_at  bigint      not null,
  updated_at  bigint      not null,
  version     bigint      not null,
  constraint command_number unique (tenant_id, number),
  constraint command_name unique (tenant_id, name)
);
create index command_page on command (tenant_id, created_at, id);

create table command_tag (
  command_id bigint       not null references command (id) on delete cascade,
  place      int          not null,
  tag_key    varchar(512) not null,
  tag_value  varchar(1024) not null,
  primary key (command_id, place)
);

create table instance (
  tenant_id    bigint      not null references tenant (id),
  instance_id  varchar(32) not null,
  platform     varchar(16) not null,
  state        varchar(16) not null,
  agent        varchar(16) not null,
  created_at   bigint      not null,
  primary key (tenant_id, instance_id)
);

-- No foreign keys: H2 checks them against what has been committed, so two requests that meet pass each other anyway
-- (CommandService.whileKept guards instead), and their index costs a quarter of an insert.
create table invoker (
  id           bigint         primary key,
  tenant_id    bigint         not null,
  number       bigint         not null,
  name         varchar(480)   not null,
  type         varchar(16)    not null,
  command_id   bigint         not null,
  username     varchar(1024)  not null,
  parameters   varchar(131072) not null,
  instance_ids varchar(4000)  not null,
  policy       varchar(16)    not null,
  recurrence   varchar(256),
  invoke_at    bigint,
  enabled      boolean        not null,
  next_fire_at bigint,
  fires        bigint         default 0 not null,
  created_at   bigint         not null,
  updated_at   bigint         not null,
  version      bigint         not null,
  constraint invoker_number unique (tenant_id, number)
);
create index invoker_page on invoker (tenant_id, created_at, id);
create index invoker_due on invoker (next_fire_at, id);

create table invoker_tag (
  invoker_id bigint        not null references invoker (id) on delete cascade,
  place      int           not null,
  tag_key    varchar(512)  not null,
  tag_value  varchar(1024) not null,
  primary key (invoker_id, place)
);

create table invocation (
  id            bigint         primary key,
  tenant_id     bigint         not null,
  revision_id   bigint         not null,
  source        varchar(8)     not null,
  instance_kind varchar(16)    not null,
  username      varchar(1024),
  parameters    varchar(131072),
  status        varchar(24)    not null,
  started_at    bigint         not null,
  ended_at      bigint,
  created_at    bigint         not null,
  updated_at    bigint         not null
);
create index invocation_page on invocation (tenant_id, created_at, id);

create table invocation_task (
  id            bigint        primary key,
  tenant_id     bigint        not null,
  invocation_id bigint        not null,
  instance_id   varchar(32)   not null,
  status        varchar(24)   not null,
  -- When an executor must look at the task again; null when it need not.
  next_step_at  bigint,
  exit_code     bigint        not null,
  output        varbinary(24576),
  dropped       bigint        not null,
  error_info    varchar(4096) not null,
  started_at    bigint,
  ended_at      bigint,
  created_at    bigint        not null,
  updated_at    bigint        not null
);
create index task_page on invocation_task (tenant_id, created_at, id);
create index task_invocation on invocation_task (invocation_id, id);
create index task_due on invocation_task (next_step_at, id);

create table invoker_record (
  id             bigint primary key,
  tenant_id      bigint not null,
  invoker_number bigint not null,
  invocation_id  bigint not null,
  due_at         bigint not null,
  fired_at       bigint not null,
  -- The how-manieth record of its invoker this is, so that the newest one tells how many there are.
  ordinal        bigint not null,
  -- What makes a second fire for one due instant impossible.
  constraint invoker_record_due unique (tenant_id, invoker_number, due_at)
);
create index invoker_record_page on invoker_record (tenant_id, fired_at, id);
