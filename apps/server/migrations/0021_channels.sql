-- Channels that stand outside: their settings, what came in as it came, what goes out and how far it got, and how each inbox is.

-- A line goes on with one conversation at a time; a conversation may have lines on many channels.
alter table threads
  add column latest_conversation_id text,
  add column reachable boolean not null default true,
  add column last_inbound_at timestamptz,
  add column state jsonb not null default '{}';
update threads t set latest_conversation_id = (
  select c.id from conversations c where c.workspace_id = t.workspace_id and c.thread_id = t.id order by c.created_at desc limit 1
);

alter table messages
  add column delivered_at timestamptz,
  add column failure jsonb,
  add column joined_by text;

alter table inboxes
  add column paused_by text,
  add column removed_at timestamptz;
grant select (removed_at) on inboxes to madoguchi_directory;

create table channel_settings (
  workspace_id text not null,
  inbox_id text not null,
  settings jsonb not null default '{}',
  secrets bytea,
  updated_at timestamptz not null,
  primary key (workspace_id, inbox_id),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);

-- What a platform sent, before anybody understood it.
create table payloads (
  workspace_id text not null,
  id text not null,
  inbox_id text not null,
  external_id text not null,
  headers jsonb not null default '{}',
  body bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'parsed', 'failed')),
  tries integer not null default 0,
  parser_version integer,
  outcome jsonb,
  problem text,
  received_at timestamptz not null,
  parsed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, inbox_id, external_id),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);
alter table payloads alter column body set storage external;
create index payloads_waiting on payloads (workspace_id, inbox_id, received_at, id) where state = 'waiting';
create index payloads_failed on payloads (workspace_id, received_at desc, id) where state = 'failed';
create index payloads_old on payloads (workspace_id, received_at) where state = 'parsed';

-- Files a message came with that could not be fetched at once.
create table awaited_files (
  workspace_id text not null,
  id text not null,
  inbox_id text not null,
  message_id text not null,
  file jsonb not null,
  tries integer not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages
);
create index awaited_files_due on awaited_files (due_at);

-- Our messages on their way out over a line.
create table deliveries (
  workspace_id text not null,
  message_id text not null,
  thread_id text not null,
  inbox_id text not null,
  seq integer not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
  tries integer not null default 0,
  first_tried_at timestamptz,
  due_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, thread_id) references threads
);
create index deliveries_lane on deliveries (workspace_id, thread_id, created_at, message_id) where state in ('queued', 'sending');
create index deliveries_due on deliveries (workspace_id, inbox_id, due_at) where state in ('queued', 'sending');

-- The platform's names of what we sent: receipts, replies and bounces find the message by them.
create table sent_parts (
  workspace_id text not null,
  inbox_id text not null,
  external_id text not null,
  message_id text not null,
  primary key (workspace_id, inbox_id, external_id),
  foreign key (workspace_id, message_id) references messages
);

create table inbox_health (
  workspace_id text not null,
  inbox_id text not null,
  last_in_at timestamptz,
  last_out_at timestamptz,
  last_proof_at timestamptz,
  proof_sent_at timestamptz,
  oldest_unread_at timestamptz,
  token_expires_at timestamptz,
  connected_at timestamptz,
  failure text,
  failure_detail text,
  failing_since timestamptz,
  notes jsonb not null default '{}',
  primary key (workspace_id, inbox_id),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);

create table inbox_hours (
  workspace_id text not null,
  inbox_id text not null,
  hour timestamptz not null,
  received integer not null default 0,
  sent integer not null default 0,
  failed integer not null default 0,
  primary key (workspace_id, inbox_id, hour),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);

-- "Go on by LINE or e-mail": whoever comes back with the word over another line is the customer it was given to.
create table line_links (
  workspace_id text not null,
  token_hash bytea not null,
  conversation_id text not null,
  inbox_id text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, conversation_id) references conversations
);

do $$
declare t text;
begin
  foreach t in array array['channel_settings', 'payloads', 'awaited_files', 'deliveries', 'sent_parts', 'inbox_health', 'inbox_hours', 'line_links'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
        and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;

-- The lanes look for work across workspaces before they know one.
create policy directory on payloads for select to madoguchi_directory using (true);
grant select (workspace_id, inbox_id, state, received_at) on payloads to madoguchi_directory;
create policy directory on deliveries for select to madoguchi_directory using (true);
grant select (workspace_id, inbox_id, state, due_at) on deliveries to madoguchi_directory;
create policy directory on awaited_files for select to madoguchi_directory using (true);
grant select (workspace_id, inbox_id, due_at) on awaited_files to madoguchi_directory;
create policy directory on channel_settings for select to madoguchi_directory using (true);
grant select (workspace_id, inbox_id, updated_at) on channel_settings to madoguchi_directory;

-- Who works on what right now, among the processes of this installation; it ends by itself when a process dies.
create table leases (
  name text primary key,
  holder text not null,
  until timestamptz not null
);
grant select, insert, update, delete on leases to madoguchi_directory;
