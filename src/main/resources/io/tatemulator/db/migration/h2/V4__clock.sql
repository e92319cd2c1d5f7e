-- How the clock goes, when it does not go as the host's; one row or none.
create table emulator_clock (
  mode        varchar(8) not null,
  offset_ms   bigint     not null,
  stands_at   bigint     not null
);
