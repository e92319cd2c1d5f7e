-- What is written to find out whether anything can be; no part of a snapshot. One row.
create table write_probe (
  attempts bigint not null
);
insert into write_probe (attempts) values (0);
