-- A key for each table of at most one row, so that the schema holds that limit and the row can be found by its key. Only a
-- snapshot written by hand can have left more rows.
delete from emulator_clock where _rowid_ > (select min(_rowid_) from emulator_clock);
delete from id_seed where _rowid_ > (select min(_rowid_) from id_seed);
alter table emulator_clock add column singleton int default 1 not null;
alter table emulator_clock add constraint emulator_clock_pk primary key (singleton);
alter table emulator_clock add constraint emulator_clock_one check (singleton = 1);
alter table id_seed add column singleton int default 1 not null;
alter table id_seed add constraint id_seed_pk primary key (singleton);
alter table id_seed add constraint id_seed_one check (singleton = 1);
alter table id_mark add column singleton int default 1 not null;
alter table id_mark add constraint id_mark_pk primary key (singleton);
alter table id_mark add constraint id_mark_one check (singleton = 1);
alter table write_probe add column singleton int default 1 not null;
alter table write_probe add constraint write_probe_pk primary key (singleton);
alter table write_probe add constraint write_probe_one check (singleton = 1);

-- The size of the compressed file, which a list of snapshots shows without reading the file.
alter table snapshot add column bytes bigint;
update snapshot set bytes = octet_length(content);
alter table snapshot alter column bytes set not null;
