-- What a supervisor whispers to whoever has a conversation, and what they whisper back.

-- Whose whispers somebody reads: '*' for those who may whisper to whomever has a conversation, an agent's id for those to them and from them, and
-- nothing for everybody else: programs without the right, customers, and whoever forgot to say.
create function fence_whispers() returns text language sql stable parallel safe
  return nullif(current_setting('app.whispers', true), '');

create table whispers (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  author_id text not null,
  author_name text not null,
  to_agent_id text not null,
  text text not null,
  -- The whisper that this one answers.
  answers text,
  -- What came of it: read and put away, put into the reply, or answered. Null until then.
  outcome text check (outcome in ('seen', 'used', 'answered')),
  settled_at timestamptz,
  idempotency_key text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, to_agent_id) references agents,
  foreign key (workspace_id, answers) references whispers,
  check ((outcome is null) = (settled_at is null))
);
create index whispers_of_conversation on whispers (workspace_id, conversation_id, created_at);
create unique index whispers_said_once on whispers (workspace_id, author_id, idempotency_key);

alter table whispers enable row level security;
create policy tenant on whispers to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and ((select fence_whispers()) = '*' or to_agent_id = (select fence_whispers()) or author_id = (select fence_whispers()))
    and exists (select from conversations c where c.workspace_id = whispers.workspace_id and c.id = whispers.conversation_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
create policy sight on whispers as restrictive to madoguchi_narrowed
  using (fence_conversation(workspace_id, conversation_id)) with check (true);
grant select, insert, update on whispers to madoguchi_app;

create function erase_in_whispers(ws text, talks text[], people text[]) returns void language sql set search_path = public, pg_temp as $$
  update whispers set text = '' where workspace_id = ws and text <> '' and conversation_id in
    (select c.id from conversations c where c.workspace_id = ws and (c.id = any(talks) or c.customer_id = any(people)));
$$;
