-- Reading in a period can be given up, and says why it ended. `uid_validity`: the numbering that `last_uid` belongs to.
alter table backfills drop constraint backfills_state_check;
alter table backfills add constraint backfills_state_check check (state in ('waiting', 'done', 'failed', 'canceled'));
alter table backfills add column failure text, add column uid_validity text;
create index backfills_latest on backfills (workspace_id, inbox_id, created_at desc);
-- How far it got stands with it now, no longer among the inbox's figures.
update inbox_health set notes = notes - 'backfill' where notes ? 'backfill';
