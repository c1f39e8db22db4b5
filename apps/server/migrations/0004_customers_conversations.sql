-- Who asks, what about, and every word of it.

create table customers (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null default '',
  reading text not null default '',
  locale text,
  attributes jsonb not null default '{}',
  merged_into text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  primary key (workspace_id, id)
);
create index customers_recent on customers (workspace_id, created_at desc, id desc);

create table identities (
  workspace_id text not null,
  id text not null,
  customer_id text not null,
  kind text not null,
  value text not null,
  verified_at timestamptz,
  source text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers
);
-- A proven address belongs to one customer. A claimed one (typed into a chat) may be claimed by several.
create unique index identities_verified on identities (workspace_id, kind, value) where verified_at is not null;
create unique index identities_claimed on identities (workspace_id, customer_id, kind, value);

create table threads (
  workspace_id text not null,
  id text not null,
  inbox_id text not null,
  customer_id text not null,
  identity_id text not null,
  external_id text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, inbox_id, external_id),
  foreign key (workspace_id, inbox_id) references inboxes,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, identity_id) references identities
);

-- The next conversation number of each workspace: one short row lock per new conversation.
create table conversation_numbers (
  workspace_id text primary key references workspaces,
  last_number bigint not null
);

create table conversations (
  workspace_id text not null,
  id text not null,
  number bigint not null,
  inbox_id text not null,
  channel text not null,
  customer_id text not null,
  thread_id text not null,
  subject text not null default '',
  status text not null default 'open' check (status in ('open', 'waiting', 'resolved', 'closed')),
  handled_by text not null default 'bot' check (handled_by in ('bot', 'human')),
  agent_acted_at timestamptz,
  assignee_agent_id text,
  assignee_team_id text,
  agent_name text,
  tags text[] not null default '{}',
  preview text not null default '',
  preview_author text not null default 'customer',
  locale text not null default 'ja',
  page jsonb,
  last_seq integer not null default 0,
  customer_seen_seq integer not null default 0,
  agent_seen_seq integer not null default 0,
  last_activity_at timestamptz not null,
  waiting_since timestamptz,
  merged_into text,
  created_at timestamptz not null,
  resolved_at timestamptz,
  -- Whose turn it is, as the desk's views ask it.
  turn text not null generated always as (
    case
      when status = 'waiting' then 'waiting'
      when status in ('resolved', 'closed') then 'resolved'
      when handled_by = 'bot' then 'bot'
      when agent_acted_at is null then 'new'
      else 'progress'
    end
  ) stored,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, inbox_id) references inboxes,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, thread_id) references threads
);
create index conversations_by_activity on conversations (workspace_id, last_activity_at desc, id desc);
create index conversations_by_turn on conversations (workspace_id, turn, last_activity_at desc, id desc);
create index conversations_by_assignee on conversations (workspace_id, assignee_agent_id, last_activity_at desc, id desc)
  where assignee_agent_id is not null and status = 'open';
create index conversations_by_customer on conversations (workspace_id, customer_id, created_at desc);
create index conversations_by_thread on conversations (workspace_id, thread_id, created_at desc);

create table messages (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  thread_id text,
  inbox_id text not null,
  channel text not null,
  seq integer not null,
  kind text not null check (kind in ('message', 'note')),
  author_kind text not null check (author_kind in ('customer', 'agent', 'bot', 'system')),
  author_id text,
  author_name text not null,
  text text not null,
  blocks jsonb not null default '[]',
  delivery text not null check (delivery in ('held', 'sent', 'withdrawn', 'failed')),
  held_until timestamptz,
  then_status text,
  external_id text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, inbox_id, external_id),
  foreign key (workspace_id, conversation_id) references conversations
);
create index messages_by_conversation on messages (workspace_id, conversation_id, seq desc);

create table attachments (
  workspace_id text not null references workspaces,
  id text not null,
  message_id text,
  uploader_kind text not null,
  uploader_id text not null,
  name text not null,
  type text not null,
  size_in_bytes integer not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index attachments_by_message on attachments (workspace_id, message_id) where message_id is not null;

alter table customers enable row level security;
create policy tenant on customers to madoguchi_app
  using (workspace_id = (select fence_workspace()) and id = coalesce((select fence_customer()), id))
  with check (workspace_id = (select fence_workspace()));
grant select, insert, update on customers to madoguchi_app;

alter table identities enable row level security;
create policy tenant on identities to madoguchi_app
  using (workspace_id = (select fence_workspace()) and customer_id = coalesce((select fence_customer()), customer_id))
  with check (workspace_id = (select fence_workspace()) and customer_id = coalesce((select fence_customer()), customer_id));
grant select, insert, update, delete on identities to madoguchi_app;

alter table threads enable row level security;
create policy tenant on threads to madoguchi_app
  using (workspace_id = (select fence_workspace())
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id]))
    and customer_id = coalesce((select fence_customer()), customer_id))
  with check (workspace_id = (select fence_workspace()) and customer_id = coalesce((select fence_customer()), customer_id));
grant select, insert, update on threads to madoguchi_app;

alter table conversation_numbers enable row level security;
create policy tenant on conversation_numbers to madoguchi_app
  using (workspace_id = (select fence_workspace())) with check (workspace_id = (select fence_workspace()));
grant select, insert, update on conversation_numbers to madoguchi_app;

alter table conversations enable row level security;
create policy tenant on conversations to madoguchi_app
  using (workspace_id = (select fence_workspace())
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id]))
    and customer_id = coalesce((select fence_customer()), customer_id))
  with check (workspace_id = (select fence_workspace()) and customer_id = coalesce((select fence_customer()), customer_id));
grant select, insert, update on conversations to madoguchi_app;

-- A customer sees the words exchanged in their own conversations: no notes, nothing held back or withdrawn.
alter table messages enable row level security;
create policy tenant on messages to madoguchi_app
  using (workspace_id = (select fence_workspace())
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id]))
    and ((select fence_customer()) is null
      or (kind = 'message' and delivery in ('sent', 'failed')
        and conversation_id in (select c.id from conversations c where c.workspace_id = (select fence_workspace()) and c.customer_id = (select fence_customer())))))
  with check (workspace_id = (select fence_workspace())
    and ((select fence_customer()) is null or (author_kind = 'customer' and author_id = (select fence_customer()))));
grant select, insert, update on messages to madoguchi_app;

alter table attachments enable row level security;
create policy tenant on attachments to madoguchi_app
  using (workspace_id = (select fence_workspace())
    and (((select fence_customer()) is null and message_id is null)
      or uploader_id = (select fence_customer())
      or exists (select from messages m where m.workspace_id = attachments.workspace_id and m.id = attachments.message_id)))
  with check (workspace_id = (select fence_workspace()) and ((select fence_customer()) is null or uploader_id = (select fence_customer())));
grant select, insert, update on attachments to madoguchi_app;
