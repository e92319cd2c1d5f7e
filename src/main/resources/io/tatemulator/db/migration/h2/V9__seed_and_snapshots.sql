-- From what identifiers follow, when they do; one row or none. Where they went on without is kept for a reset.
create table id_seed (
  seed      bigint not null,
  resume_at bigint not null
);
create sequence request_number start with 1 increment by 10000 no cache;

create table snapshot (
  name     varchar(64) primary key,
  saved_at bigint      not null,
  -- The file, compressed.
  content  blob        not null
);
