-- "This member of ours is whoever comes with this nonce": given to the company's own server, brought by the platform of a channel.
create table account_links (
  workspace_id text not null,
  nonce_hash bytea not null,
  inbox_id text not null,
  external_id text not null,
  about jsonb not null default '{}',
  expires_at timestamptz not null,
  used_at timestamptz,
  thread_id text,
  primary key (workspace_id, nonce_hash),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);
alter table account_links enable row level security;
create policy tenant on account_links to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on account_links to madoguchi_app;
