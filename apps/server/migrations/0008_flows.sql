-- Flows: guided conversations that the company draws, and where each customer stands in one.
create table flows (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  status text not null check (status in ('draft', 'published', 'archived')),
  -- The newest state, as it is being edited.
  plan jsonb not null,
  version integer not null,
  -- What customers are led through; older than the newest while changes wait to be published.
  published_version integer,
  published_plan jsonb,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (workspace_id, id),
  check ((published_version is null) = (published_plan is null)),
  check ((status = 'published') = (published_version is not null))
);

-- Every saved state, never changed: a conversation goes on with the one it began with.
create table flow_versions (
  workspace_id text not null,
  flow_id text not null,
  version integer not null,
  plan jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (workspace_id, flow_id, version),
  foreign key (workspace_id, flow_id) references flows
);

create table flow_runs (
  workspace_id text not null,
  id text not null,
  flow_id text not null,
  flow_version integer not null,
  conversation_id text not null,
  -- Where the customer stands, or stood last.
  step text,
  answers jsonb not null,
  chosen jsonb not null,
  -- Answers in a row that the step could not take.
  tries integer not null,
  question text not null,
  -- left: the customer went another way · handed_off, answered: as the flow's own step says · finished: came to an end
  status text not null check (status in ('running', 'finished', 'handed_off', 'left', 'answered')),
  started_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, flow_id, flow_version) references flow_versions,
  foreign key (workspace_id, conversation_id) references conversations
);
create unique index flow_runs_one_at_a_time on flow_runs (workspace_id, conversation_id) where status = 'running';
create index flow_runs_by_flow on flow_runs (workspace_id, flow_id, started_at);

-- The steps a run came by.
create table flow_visits (
  workspace_id text not null,
  run_id text not null,
  step_id text not null,
  at timestamptz not null,
  primary key (workspace_id, run_id, step_id),
  foreign key (workspace_id, run_id) references flow_runs
);

do $$
declare t text;
begin
  foreach t in array array['flows', 'flow_versions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
  end loop;
end $$;
grant select, insert, update on flows to madoguchi_app;
grant select, insert on flow_versions to madoguchi_app;

-- What a customer answered is seen only where the conversation itself may be seen.
alter table flow_runs enable row level security;
create policy tenant on flow_runs to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and exists (select from conversations c where c.workspace_id = flow_runs.workspace_id and c.id = flow_runs.conversation_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on flow_runs to madoguchi_app;

alter table flow_visits enable row level security;
create policy tenant on flow_visits to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and exists (select from flow_runs r where r.workspace_id = flow_visits.workspace_id and r.id = flow_visits.run_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert on flow_visits to madoguchi_app;
