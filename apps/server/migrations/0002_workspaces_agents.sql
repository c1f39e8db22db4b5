-- The tenant, its inboxes and the people who work in it.

create table workspaces (
  workspace_id text primary key,
  name text not null,
  locale text not null default 'ja',
  timezone text not null default 'Asia/Tokyo',
  business_hours jsonb,
  color text not null default '#3b5bdb',
  greeting jsonb not null,
  reply_minutes integer not null default 5,
  undo_send_seconds integer not null default 10,
  created_at timestamptz not null default now()
);

create table inboxes (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  channel text not null,
  key text not null unique,
  allowed_origins text[] not null default '{}',
  identity_secret bytea,
  paused_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

create table agents (
  workspace_id text not null references workspaces,
  id text not null,
  account_id text not null,
  name text not null,
  email text not null,
  role text not null,
  locale text not null default 'ja',
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (account_id, workspace_id)
);

create table teams (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

create table team_members (
  workspace_id text not null,
  team_id text not null,
  agent_id text not null,
  primary key (workspace_id, team_id, agent_id),
  foreign key (workspace_id, team_id) references teams on delete cascade,
  foreign key (workspace_id, agent_id) references agents on delete cascade
);

-- An inbox without teams is open to every agent; with teams, to their members (owners and admins see all).
create table inbox_teams (
  workspace_id text not null,
  inbox_id text not null,
  team_id text not null,
  primary key (workspace_id, inbox_id, team_id),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade,
  foreign key (workspace_id, team_id) references teams on delete cascade
);

create table api_keys (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  role text not null,
  secret_hash bytea not null unique,
  hint text not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);

create table canned_responses (
  workspace_id text not null references workspaces,
  id text not null,
  shortcut text not null,
  title text not null,
  text text not null,
  locale text not null,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

alter table workspaces enable row level security;
create policy tenant on workspaces to madoguchi_app using (workspace_id = (select fence_workspace())) with check (workspace_id = (select fence_workspace()));
create policy directory on workspaces for select to madoguchi_directory using (true);
grant select, insert, update on workspaces to madoguchi_app;
grant select on workspaces to madoguchi_directory;

alter table inboxes enable row level security;
create policy tenant on inboxes to madoguchi_app using (workspace_id = (select fence_workspace())) with check (workspace_id = (select fence_workspace()));
create policy directory on inboxes for select to madoguchi_directory using (true);
grant select, insert, update, delete on inboxes to madoguchi_app;
grant select (workspace_id, id, name, channel, key, allowed_origins, paused_at) on inboxes to madoguchi_directory;

alter table agents enable row level security;
create policy tenant on agents to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null) with check (workspace_id = (select fence_workspace()));
create policy directory on agents for select to madoguchi_directory using (true);
grant select, insert, update on agents to madoguchi_app;
grant select on agents to madoguchi_directory;

alter table api_keys enable row level security;
create policy tenant on api_keys to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null) with check (workspace_id = (select fence_workspace()));
create policy directory on api_keys for select to madoguchi_directory using (true);
grant select, insert, update on api_keys to madoguchi_app;
grant select on api_keys to madoguchi_directory;

do $$
declare t text;
begin
  foreach t in array array['teams', 'team_members', 'inbox_teams', 'canned_responses'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;
