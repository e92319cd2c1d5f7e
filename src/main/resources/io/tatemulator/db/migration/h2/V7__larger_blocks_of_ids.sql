-- Every block is a commit of its own, amid the work of somebody who moves time.
alter sequence emulator_id increment by 10000;
