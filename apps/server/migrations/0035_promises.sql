-- Business hours under a name, beside the workspace's own, and whom they are for.
create table calendars (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null check (name <> ''),
  -- Null: the workspace's.
  timezone text,
  -- As workspaces.business_hours; null: always open.
  hours jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create table calendar_uses (
  workspace_id text not null,
  -- The most particular first: a contract's calendar comes before an inbox's, that before a brand's.
  kind text not null check (kind in ('contract', 'inbox', 'brand')),
  key text not null,
  calendar_id text not null,
  primary key (workspace_id, kind, key),
  foreign key (workspace_id, calendar_id) references calendars on delete cascade
);
create index calendar_uses_of on calendar_uses (workspace_id, calendar_id);

-- What is promised to whom, tried in order.
create table sla_policies (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null check (name <> ''),
  position integer not null,
  enabled boolean not null,
  conditions jsonb not null,
  -- Minutes by promise and priority, and in which time.
  targets jsonb not null,
  escalations jsonb not null,
  -- Of the time promised, in percent: the warning.
  warn_at integer not null check (warn_at between 1 and 99),
  bot_answers boolean not null,
  -- What fell due, or was over, before it counted was never promised.
  counts_since timestamptz not null,
  primary key (workspace_id, id)
);

-- How far a conversation has come, folded from its facts up to a position of the log.
create table sla_states (
  workspace_id text not null,
  conversation_id text not null,
  inbox_id text not null,
  position bigint not null,
  state jsonb not null,
  policy_id text,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations
);

-- One promise to one customer: the first answer, each answer after it, the solution.
create table sla_clocks (
  workspace_id text not null,
  conversation_id text not null,
  inbox_id text not null,
  promise text not null check (promise in ('first_response', 'next_response', 'resolution')),
  -- 1, and for next answers 2, 3 …
  round integer not null,
  policy_id text not null,
  started_at timestamptz not null,
  minutes integer not null,
  -- Null while it stands still, and when its calendar never opens.
  due_at timestamptz,
  warn_at timestamptz,
  paused boolean not null,
  warned_at timestamptz,
  breached_at timestamptz,
  met_at timestamptz,
  -- That it was met is told once, also when a solution is taken back.
  met_told boolean not null default false,
  -- Nobody is owed it any more: resolved without an answer, or no policy promises it now.
  ended_at timestamptz,
  next_at timestamptz generated always as (
    case
      when paused or breached_at is not null or met_at is not null or ended_at is not null then null
      when warned_at is null then least(warn_at, due_at)
      else due_at
    end
  ) stored,
  primary key (workspace_id, conversation_id, promise, round),
  foreign key (workspace_id, conversation_id) references conversations
);
create index sla_clocks_next on sla_clocks (next_at) where next_at is not null;
create index sla_clocks_started on sla_clocks (workspace_id, started_at, promise);

-- The soonest promise still to be kept, on the row itself: every list shows it, and one is ordered by it.
alter table conversations
  add column due_at timestamptz,
  add column due_warn_at timestamptz,
  add column due_promise text;
create index conversations_by_due on conversations (workspace_id, due_at, id) where due_at is not null;

alter table calendars enable row level security;
create policy tenant on calendars to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
alter table calendar_uses enable row level security;
create policy tenant on calendar_uses to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
alter table sla_policies enable row level security;
create policy tenant on sla_policies to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
alter table sla_states enable row level security;
create policy tenant on sla_states to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
alter table sla_clocks enable row level security;
create policy tenant on sla_clocks to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on calendars, calendar_uses, sla_policies, sla_states, sla_clocks to madoguchi_app;

-- Whoever wakes the clocks asks for all workspaces at once which of them is next.
create policy directory on sla_clocks for select to madoguchi_directory using (true);
grant select (workspace_id, conversation_id, next_at) on sla_clocks to madoguchi_directory;
