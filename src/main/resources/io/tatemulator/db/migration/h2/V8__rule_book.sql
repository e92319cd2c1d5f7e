-- Rules that users have written: how tasks end, and which calls fail.
create table rule_book (
  kind  varchar(16)      not null,
  place int              not null,
  rule  varchar(1048576) not null,
  -- How many it fitted, its number and its chance aside, and how many it decided.
  seen  bigint           not null,
  hits  bigint           not null,
  primary key (kind, place)
);
insert into rule_book (kind, place, rule, seen, hits) select 'OUTCOME', place, rule, seen, hits from outcome_rule;
drop table outcome_rule;
