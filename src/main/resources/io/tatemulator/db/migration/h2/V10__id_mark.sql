-- How far identifiers without a seed have come, whatever has been loaded since; no part of a snapshot. One row or none.
create table id_mark (
  next bigint not null
);
insert into id_mark (next) select resume_at from id_seed;
alter table id_seed drop column resume_at;
