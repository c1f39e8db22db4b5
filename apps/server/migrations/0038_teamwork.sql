-- What belongs together and apart, what comes back later, what goes out later, and what was done to many at once.

-- That a conversation went on in another one. `lines`: threads that went along; `before` and `after`: what that changed of the one it went into.
create table conversation_merges (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  into_id text not null,
  -- The last message of the one it went into, then: later ones over its lines go back with it.
  into_seq integer not null,
  lines text[] not null,
  before jsonb not null,
  after jsonb not null,
  merged_by text not null,
  merged_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, into_id) references conversations,
  check (conversation_id <> into_id)
);
create unique index conversation_merges_standing on conversation_merges (workspace_id, conversation_id) where undone_at is null;
create index conversation_merges_into on conversation_merges (workspace_id, into_id) where undone_at is null;
create index conversations_merged on conversations (workspace_id, merged_into) where merged_into is not null;

-- That messages became a conversation of their own. `moved`: [{ id, seq }] as they stood before.
create table conversation_splits (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  into_id text not null,
  moved jsonb not null,
  lines text[] not null,
  before jsonb not null,
  after jsonb not null,
  split_by text not null,
  split_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, into_id) references conversations
);
create index conversation_splits_of on conversation_splits (workspace_id, conversation_id) where undone_at is null;
create index conversation_splits_into on conversation_splits (workspace_id, into_id) where undone_at is null;

-- Two that are alike and are not the same matter, in the order of their ids.
create table conversation_distinctions (
  workspace_id text not null references workspaces,
  one_id text not null,
  other_id text not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (workspace_id, one_id, other_id),
  check (one_id < other_id)
);

-- Out of the views until then; without a time, until the customer writes.
alter table conversations add column snoozed_at timestamptz, add column snoozed_until timestamptz,
  add constraint conversations_snoozed check (snoozed_until is null or snoozed_at is not null);
create index conversations_snoozed_by_activity on conversations (workspace_id, last_activity_at desc, id desc) where snoozed_at is not null;

-- A reply held until a time the agent chose, and whether a word of the customer's takes it back.
alter table messages add column scheduled boolean not null default false, add column unless_reply boolean not null default false;
create index messages_unless_reply on messages (workspace_id, conversation_id) where delivery = 'held' and unless_reply;

-- One action on many conversations. `items`: [{ id, before, after }], what it changed of each.
create table bulk_actions (
  workspace_id text not null,
  id text not null,
  agent_id text not null,
  kind text not null,
  items jsonb not null,
  done_at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents
);

do $$
declare t text;
begin
  foreach t in array array['conversation_merges', 'conversation_splits', 'conversation_distinctions', 'bulk_actions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update on %I to madoguchi_app', t);
  end loop;
end $$;
grant delete on conversation_distinctions to madoguchi_app;
