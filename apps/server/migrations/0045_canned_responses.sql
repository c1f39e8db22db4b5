-- Canned responses in folders, of everybody, of a team or of one agent, with files; and what became of each use.

create table text_folders (
  workspace_id text not null references workspaces,
  id text not null,
  kind text not null check (kind in ('canned', 'macro')),
  name text not null,
  -- Two levels: a folder in a folder holds none.
  parent_id text,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, parent_id) references text_folders
);

alter table canned_responses
  add column folder_id text,
  add column owner text not null default 'shared' check (owner in ('shared', 'team', 'private')),
  add column team_id text,
  add column agent_id text,
  add column file_ids text[] not null default '{}',
  add check ((owner = 'team') = (team_id is not null)),
  add check ((owner = 'private') = (agent_id is not null)),
  add foreign key (workspace_id, folder_id) references text_folders,
  add foreign key (workspace_id, team_id) references teams on delete cascade,
  add foreign key (workspace_id, agent_id) references agents;

create table canned_uses (
  workspace_id text not null,
  canned_id text not null,
  conversation_id text not null,
  agent_id text not null,
  used_at timestamptz not null,
  -- When the conversation was resolved after it, and when it was reopened after that all the same.
  solved_at timestamptz,
  reopened_at timestamptz,
  primary key (workspace_id, canned_id, conversation_id, agent_id, used_at),
  foreign key (workspace_id, canned_id) references canned_responses on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations
);
create index canned_uses_by_conversation on canned_uses (workspace_id, conversation_id);

do $$
declare t text;
begin
  foreach t in array array['text_folders', 'canned_uses'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;
