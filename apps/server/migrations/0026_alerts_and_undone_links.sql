-- Which line came with a word, and how things stood before: so that it can be undone.
alter table line_links
  add column thread_id text,
  add column before jsonb,
  add column undone_at timestamptz,
  add column undone_by text;
create index line_links_thread on line_links (workspace_id, thread_id, used_at desc) where thread_id is not null;

-- What administrators were told of an inbox by mail: that it fails, and that its credentials end soon.
create table inbox_alerts (
  workspace_id text not null,
  inbox_id text not null,
  failing_since timestamptz,
  told_at timestamptz,
  token_expires_at timestamptz,
  token_told_days integer,
  primary key (workspace_id, inbox_id),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);
alter table inbox_alerts enable row level security;
create policy tenant on inbox_alerts to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on inbox_alerts to madoguchi_app;

-- Metrics and alerts look at the inboxes of all workspaces at once: figures and states, never what somebody wrote.
create policy directory on inbox_alerts for select to madoguchi_directory using (true);
grant select on inbox_alerts to madoguchi_directory;
create policy directory on inbox_health for select to madoguchi_directory using (true);
grant select (workspace_id, inbox_id, last_in_at, last_proof_at, proof_sent_at, oldest_unread_at, token_expires_at, failure, failing_since)
  on inbox_health to madoguchi_directory;
create policy directory on inbox_hours for select to madoguchi_directory using (true);
grant select on inbox_hours to madoguchi_directory;
grant select (created_at) on deliveries to madoguchi_directory;
