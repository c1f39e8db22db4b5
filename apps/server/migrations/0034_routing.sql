-- Who gets a conversation: queues with their rules, what agents can do and how much at once, whether they are there, and offers.

-- Which queue a conversation waits (or waited) in, where queues give out by themselves. Null: nobody is asked, the list of all is picked from.
alter table conversations add column queue_id text;
create index conversations_in_one_queue on conversations (workspace_id, queue_id, waiting_since, id)
  where queue_id is not null and handled_by = 'human' and status = 'open' and merged_into is null
    and (agent_acted_at is null or assignee_agent_id is null);
create index conversations_by_queue_pace on conversations (workspace_id, queue_id, agent_acted_at)
  where queue_id is not null and agent_acted_at is not null and handed_off_at is not null;
-- What an agent has at once, those that are the customer's turn too.
create index conversations_at_hand on conversations (workspace_id, assignee_agent_id)
  where assignee_agent_id is not null and status in ('open', 'waiting') and merged_into is null;

-- No row: the defaults in code.
create table routing_settings (
  workspace_id text primary key references workspaces,
  -- [{ id, name }], in the order of the menu.
  reasons jsonb not null,
  away_after_minutes integer not null check (away_after_minutes between 1 and 120),
  -- For how long a conversation is kept for the agent who knows the customer and has no room just now.
  last_agent_seconds integer not null check (last_agent_seconds between 0 and 600),
  updated_at timestamptz not null
);

create table skills (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index skills_name on skills (workspace_id, lower(name));

create table queues (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  -- The order in which rules are tried. The default queue is asked last, whatever it says.
  position integer not null,
  is_default boolean not null default false,
  mode text not null check (mode in ('manual', 'offer', 'direct')),
  conditions jsonb not null,
  team_ids text[] not null default '{}',
  agent_ids text[] not null default '{}',
  -- { skill id: least level }
  skills jsonb not null default '{}',
  tier integer not null default 1 check (tier between 1 and 3),
  honors_language boolean not null default false,
  priority_boost integer not null default 0 check (priority_boost between 0 and 3),
  offer_seconds integer not null default 30 check (offer_seconds between 10 and 600),
  overflow_queue_id text,
  overflow_minutes integer check (overflow_minutes between 1 and 1440),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  check ((overflow_queue_id is null) = (overflow_minutes is null))
);
create unique index queues_one_default on queues (workspace_id) where is_default;

-- No row: tier 1, the workspace's language, the usual capacity.
create table routing_profiles (
  workspace_id text not null references workspaces,
  agent_id text not null,
  tier integer not null check (tier between 1 and 3),
  languages text[] not null,
  -- { skill id: level 1 to 5 }
  skills jsonb not null,
  chats integer not null check (chats between 0 and 50),
  messages integer not null check (messages between 0 and 500),
  calls integer not null check (calls between 0 and 5),
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents
);

create table agent_presences (
  workspace_id text not null references workspaces,
  agent_id text not null,
  state text not null default 'available' check (state in ('available', 'reason', 'away', 'off')),
  reason_id text,
  since timestamptz not null,
  -- Away because no window was open, or because offers were missed: undone by coming back.
  automatic boolean not null default false,
  -- When a window of theirs was last known to be open.
  last_seen_at timestamptz,
  -- Since when nothing new was given to them.
  idle_since timestamptz not null,
  -- Offers in a row that ran out unanswered.
  missed integer not null default 0,
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents,
  check ((state = 'reason') = (reason_id is not null))
);

-- One row per conversation that people have or had: where it waits, and how hard it was judged to be.
create table routings (
  workspace_id text not null references workspaces,
  conversation_id text not null,
  inbox_id text not null,
  state text not null check (state in ('waiting', 'done')),
  queue_id text not null,
  -- Since when in this queue.
  queued_at timestamptz not null,
  -- Queues it has flowed over from in this wait: it never goes back.
  overflowed text[] not null default '{}',
  -- The least tier that may have it; raised by an escalation.
  tier integer not null default 1,
  round integer not null default 1,
  -- When the last agent that could be asked in this round said no.
  round_ended_at timestamptz,
  -- Who answered this customer last.
  last_agent_id text,
  difficulty text not null check (difficulty in ('easy', 'hard')),
  chance double precision not null,
  reasons jsonb not null,
  features jsonb not null,
  corrected_by text,
  updated_at timestamptz not null,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index routings_waiting on routings (workspace_id, queue_id) where state = 'waiting';

create table offers (
  workspace_id text not null references workspaces,
  id text not null,
  conversation_id text not null,
  inbox_id text not null,
  queue_id text not null,
  agent_id text not null,
  round integer not null,
  -- Why this agent: codes with values, as screens word them.
  why jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('accepted', 'declined', 'timed_out', 'withdrawn')),
  reason text,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade,
  check ((ended_at is null) = (outcome is null))
);
-- A conversation is offered to one agent at a time.
create unique index offers_open on offers (workspace_id, conversation_id) where ended_at is null;
create index offers_of_agent on offers (workspace_id, agent_id, made_at desc);
create index offers_of_conversation on offers (workspace_id, conversation_id, made_at desc);

create table stand_ins (
  workspace_id text not null references workspaces,
  id text not null,
  agent_id text not null,
  stand_in_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by text not null,
  primary key (workspace_id, id),
  check (ends_at > starts_at),
  check (agent_id <> stand_in_id)
);
create index stand_ins_of on stand_ins (workspace_id, agent_id, ends_at);

-- What a workspace's people taught: the weights, and each correction they came from.
create table difficulty_weights (
  workspace_id text primary key references workspaces,
  weights jsonb not null,
  corrections integer not null,
  updated_at timestamptz not null
);
create table difficulty_corrections (
  workspace_id text not null references workspaces,
  conversation_id text not null,
  judged text not null,
  corrected text not null check (corrected in ('easy', 'hard')),
  features jsonb not null,
  agent_id text not null,
  at timestamptz not null,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['routing_settings', 'skills', 'queues', 'routing_profiles', 'agent_presences', 'stand_ins', 'difficulty_weights', 'difficulty_corrections'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
  foreach t in array array['routings', 'offers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
        and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;

-- Which workspaces have something to give out, and which agents have gone: states and times, never what somebody wrote.
create policy directory on routings for select to madoguchi_directory using (true);
grant select (workspace_id, queue_id, state) on routings to madoguchi_directory;
create policy directory on queues for select to madoguchi_directory using (true);
grant select (workspace_id, id, mode) on queues to madoguchi_directory;
create policy directory on agent_presences for select to madoguchi_directory using (true);
grant select (workspace_id, agent_id, state, last_seen_at) on agent_presences to madoguchi_directory;
create policy directory on routing_settings for select to madoguchi_directory using (true);
grant select (workspace_id, away_after_minutes) on routing_settings to madoguchi_directory;

-- What happened before this room was there is not read again: who waits is found by its sweep once a queue gives out.
insert into event_cursors (reader, xid, position)
select 'routing', xid, position from events order by xid desc, position desc limit 1
on conflict do nothing;
