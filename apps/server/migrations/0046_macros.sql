-- Several actions under a name, and who ran them on what.

create table macros (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  folder_id text,
  owner text not null check (owner in ('shared', 'team', 'private')),
  team_id text,
  agent_id text,
  actions jsonb not null,
  -- Where it is offered; empty: everywhere.
  channels text[] not null,
  inbox_ids text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  check ((owner = 'team') = (team_id is not null)),
  check ((owner = 'private') = (agent_id is not null)),
  foreign key (workspace_id, folder_id) references text_folders,
  foreign key (workspace_id, team_id) references teams on delete cascade,
  foreign key (workspace_id, agent_id) references agents
);

create table macro_runs (
  workspace_id text not null,
  id text not null,
  macro_id text not null,
  agent_id text not null,
  conversation_id text not null,
  ran_at timestamptz not null,
  -- The agent's own name for this press: the same again is not another one.
  key text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, macro_id) references macros on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations
);
create index macro_runs_by_macro on macro_runs (workspace_id, macro_id);
create unique index macro_runs_once on macro_runs (workspace_id, agent_id, conversation_id, key);

do $$
declare t text;
begin
  foreach t in array array['macros', 'macro_runs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;
