-- The schema in an empty database, which is created whole or not at all. Its tables, columns and keys are those of h2.sql.
create table "flyway_schema_history" (
  "installed_rank" int           not null,
  "version"        varchar(50),
  "description"    varchar(200)  not null,
  "type"           varchar(20)   not null,
  "script"         varchar(1000) not null,
  "checksum"       int,
  "installed_by"   varchar(100)  not null,
  "installed_on"   timestamp     default current_timestamp not null,
  "execution_time" int           not null,
  "success"        boolean       not null,
  constraint "flyway_schema_history_pk" primary key ("installed_rank")
);
create index "flyway_schema_history_s_idx" on "flyway_schema_history" ("success");

-- Columns are as wide as in H2, which counts UTF-16 units. Times are milliseconds since 1970. One sequence numbers all
-- rows. It starts at a random value so that two databases do not issue the same identifiers. Each allocation of a block
-- of a sequence is a separate commit.
create sequence emulator_id start with ${first-id} increment by 10000;
create sequence request_number start with 1 increment by 10000;

create table tenant (
  id          bigint       primary key,
  account     varchar(64)  not null,
  region      varchar(128) not null,
  invocations bigint       default 0 not null,
  tasks       bigint       default 0 not null,
  records     bigint       default 0 not null,
  -- The time of the last change of the tenant's state, by the emulator's clock; 0 for never. The initial state is no change.
  last_event_at bigint     default 0 not null,
  constraint tenant_owner unique (account, region)
);

-- An immutable version of a command; an invocation keeps the revision that it ran.
create table command_revision (
  id                      bigint         primary key,
  tenant_id               bigint         not null,
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
  output_cos_key_prefix   varchar(240)   not null,
  -- The time from which no new invocation runs it; null for the current revision of a command.
  retired_at              bigint
);
create index command_revision_retired on command_revision (tenant_id, retired_at);

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
  -- Public commands do not reserve names: users may use them for their own commands.
  constraint command_name unique (tenant_id, created_by, name)
);
create index command_page on command (tenant_id, created_at, id);
create index command_of_revision on command (revision_id);

create table command_tag (
  command_id bigint       not null references command (id) on delete cascade,
  place      int          not null,
  tag_key    varchar(512) not null,
  tag_value  varchar(1024) not null,
  primary key (command_id, place)
);

create table instance (
  tenant_id    bigint      not null references tenant (id),
  instance_id  varchar(32) collate "C" not null,
  platform     varchar(16) not null,
  state        varchar(16) not null,
  agent        varchar(16) not null,
  created_at   bigint      not null,
  -- The executor that runs its tasks; null for that of tat.execution.mode.
  executor     varchar(16),
  -- The arguments that run before the interpreter of its scripts, in JSON; null for none.
  exec         varchar(4000),
  primary key (tenant_id, instance_id)
);

-- No foreign keys, as in H2: CommandService.withoutDeletions protects against concurrent requests.
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
  constraint invoker_number unique (number, tenant_id)
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
  -- The time of the executor's next step; null if there is none.
  next_step_at  bigint,
  exit_code     bigint        not null,
  output        bytea,
  dropped       bigint        not null,
  error_info    varchar(4096) not null,
  started_at    bigint,
  ended_at      bigint,
  created_at    bigint        not null,
  updated_at    bigint        not null,
  -- The executor's state of the task until it ends.
  note          varchar(1048576),
  -- The executor that started the task; null before.
  executor      varchar(16),
  -- Why the output is not in COS; empty if it is there, null if it was not to be.
  cos_error     varchar(4096)
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
  -- The 1-based position among the records of its invoker; that of the newest record is their number.
  ordinal        bigint not null,
  -- Prevents a second fire for one due instant.
  constraint invoker_record_due unique (tenant_id, invoker_number, due_at)
);
create index invoker_record_page on invoker_record (tenant_id, fired_at, id);

create table register_code (
  id                   bigint       primary key,
  tenant_id            bigint       not null references tenant (id),
  code_id              varchar(36)  not null,
  code_value           varchar(64)  not null,
  description          varchar(512) not null,
  instance_name_prefix varchar(128) not null,
  register_limit       bigint       not null,
  -- Null when the code never expires.
  expires_at           bigint,
  ip_address_range     varchar(64)  not null,
  enabled              boolean      not null,
  registered_count     bigint       not null,
  created_at           bigint       not null,
  updated_at           bigint       not null,
  version              bigint       not null,
  constraint register_code_id unique (tenant_id, code_id)
);
create index register_code_page on register_code (tenant_id, created_at, id);

create table register_instance (
  id               bigint        primary key,
  tenant_id        bigint        not null references tenant (id),
  register_code_id varchar(36)   not null,
  instance_id      varchar(32)   not null,
  instance_name    varchar(240)  not null,
  machine_id       varchar(64)   not null,
  system_name      varchar(16)   not null,
  host_name        varchar(256)  not null,
  local_ip         varchar(64)   not null,
  public_key       varchar(8192) not null,
  status           varchar(16)   not null,
  created_at       bigint        not null,
  updated_at       bigint        not null,
  version          bigint        not null,
  -- What its agent has reported; null before it has connected.
  agent_version     varchar(64),
  last_heartbeat_at bigint,
  constraint register_instance_id unique (tenant_id, instance_id)
);
create index register_instance_page on register_instance (tenant_id, created_at, id);

create table register_instance_tag (
  instance_row bigint        not null references register_instance (id) on delete cascade,
  place        int           not null,
  tag_key      varchar(512)  not null,
  tag_value    varchar(1024) not null,
  primary key (instance_row, place)
);

-- The state of the clock, if it differs from the host's. The key of this table and of others with at most one row is singleton,
-- which is always 1; snapshots leave it out.
create table emulator_clock (
  mode      varchar(8) not null,
  offset_ms bigint     not null,
  stands_at bigint     not null,
  singleton int        default 1 primary key check (singleton = 1)
);

-- The rules of users: outcomes of tasks and faults of requests.
create table rule_book (
  kind  varchar(16)      not null,
  place int              not null,
  rule  varchar(1048576) not null,
  -- seen: how many tasks or requests matched, without regard to nth, times and probability; hits: how many it was applied to.
  seen  bigint           not null,
  hits  bigint           not null,
  primary key (kind, place)
);

-- The seed of identifiers, if one is set; at most one row.
create table id_seed (
  seed      bigint not null,
  singleton int    default 1 primary key check (singleton = 1)
);

-- The high-water mark of identifiers without a seed, which a load does not lower; not part of a snapshot. At most one row.
create table id_mark (
  next      bigint not null,
  singleton int    default 1 primary key check (singleton = 1)
);

-- Written to find out whether the database is writable; not part of a snapshot. One row.
create table write_probe (
  attempts  bigint not null,
  singleton int    default 1 primary key check (singleton = 1)
);
insert into write_probe (attempts) values (0);

create table snapshot (
  name     varchar(64) collate "C" primary key,
  saved_at bigint      not null,
  -- The compressed file.
  content  bytea       not null,
  bytes    bigint      not null
);

insert into "flyway_schema_history"
  ("installed_rank", "version", "description", "type", "script", "installed_by", "execution_time", "success")
  values (1, '${version}', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', current_user, 0, true);
