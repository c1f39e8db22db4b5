-- What agents are told: in the desk, by mail and on their devices.

-- One row for what happened in one conversation, of one kind, since the agent read it last.
create table notifications (
  workspace_id text not null,
  id text not null,
  agent_id text not null,
  kind text not null,
  conversation_id text not null,
  inbox_id text not null,
  -- What was written last, and who did it last.
  message_id text,
  actor_name text,
  count integer not null check (count > 0),
  -- The fact that was counted last: one that comes again is not counted again.
  cause_xid xid8 not null,
  cause_position bigint not null,
  in_desk boolean not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, agent_id) references agents,
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, inbox_id) references inboxes
);
create index notifications_by_time on notifications (workspace_id, agent_id, last_at desc, id desc);
create index notifications_unread on notifications (workspace_id, agent_id) where read_at is null;
create index notifications_of_cause on notifications (workspace_id, agent_id, conversation_id, kind, cause_xid desc, cause_position desc);
alter table notifications enable row level security;
create policy tenant on notifications to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on notifications to madoguchi_app;

-- How an agent wants to be told.
create table notification_settings (
  workspace_id text not null,
  agent_id text not null,
  settings jsonb,
  paused_until timestamptz,
  updated_at timestamptz not null,
  primary key (workspace_id, agent_id),
  foreign key (workspace_id, agent_id) references agents
);

-- What is said outside the desk of customers.
create table notification_policies (
  workspace_id text not null primary key references workspaces,
  shows text not null check (shows in ('nothing', 'names', 'words')),
  updated_at timestamptz not null
);

-- A browser that takes messages for an agent. `sealed`: the subscription; whoever has it can write to the device.
create table push_devices (
  workspace_id text not null,
  id text not null,
  agent_id text not null,
  endpoint_hash text not null,
  sealed bytea not null,
  user_agent text not null,
  created_at timestamptz not null,
  reached_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, endpoint_hash),
  foreign key (workspace_id, agent_id) references agents
);
create index push_devices_of_agent on push_devices (workspace_id, agent_id);

do $$
declare t text;
begin
  foreach t in array array['notification_settings', 'notification_policies', 'push_devices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;
