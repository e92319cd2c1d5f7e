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
