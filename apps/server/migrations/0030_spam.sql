-- What nobody waits for an answer to: who said so and why, and whether a person took it back. It is spam while not_spam_at is null.
alter table conversations
  add column spam_by text check (spam_by in ('agent', 'filter', 'block_list')),
  add column spam_at timestamptz,
  add column spam_because jsonb,
  add column not_spam_at timestamptz;

-- Whose turn it is, as the desk's views ask it: with spam it is nobody's. A generated column cannot be changed in every PostgreSQL we run on.
alter table conversations drop column turn;
alter table conversations add column turn text not null generated always as (
  case
    when spam_by is not null and not_spam_at is null then 'spam'
    when status = 'waiting' then 'waiting'
    when status in ('resolved', 'closed') then 'resolved'
    when handled_by = 'bot' then 'bot'
    when agent_acted_at is null then 'new'
    else 'progress'
  end
) stored;
create index conversations_by_turn on conversations (workspace_id, turn, last_activity_at desc, id desc);
create index conversations_spam on conversations (workspace_id, spam_by, spam_at) where spam_by is not null;

-- The condition is isInQueue in conversations/queue/queue.rules.ts.
drop index conversations_in_queue;
create index conversations_in_queue on conversations (workspace_id, inbox_id, waiting_since, id)
  where handled_by = 'human' and status = 'open' and merged_into is null and (agent_acted_at is null or assignee_agent_id is null)
    and turn <> 'spam';

-- Whom the company does not want to hear from.
create table spam_blocks (
  workspace_id text not null references workspaces,
  id text not null,
  -- 'domain', or a kind of identity.
  kind text not null,
  value text not null,
  because text not null default '',
  agent_id text,
  agent_name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, kind, value)
);

-- What the filter learned from, and how often each word was in it: the second is the sum of the first, kept so that a mail is judged quickly.
create table spam_lessons (
  workspace_id text not null,
  conversation_id text not null,
  class text not null check (class in ('spam', 'ham')),
  tokens text[] not null,
  learned_at timestamptz not null,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index spam_lessons_by_class on spam_lessons (workspace_id, class, learned_at desc, conversation_id desc);

create table spam_tokens (
  workspace_id text not null references workspaces,
  token text not null,
  spam integer not null,
  ham integer not null,
  primary key (workspace_id, token)
);

-- Of a workspace's filter: since when it is off, from which score on it acts, and how it did on what it had learned when that was measured.
create table spam_filters (
  workspace_id text primary key references workspaces,
  off_since timestamptz,
  threshold double precision,
  measured jsonb,
  measured_at timestamptz
);

alter table spam_blocks enable row level security;
create policy tenant on spam_blocks to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, delete on spam_blocks to madoguchi_app;

alter table spam_lessons enable row level security;
create policy tenant on spam_lessons to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on spam_lessons to madoguchi_app;

alter table spam_tokens enable row level security;
create policy tenant on spam_tokens to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on spam_tokens to madoguchi_app;

alter table spam_filters enable row level security;
create policy tenant on spam_filters to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on spam_filters to madoguchi_app;
