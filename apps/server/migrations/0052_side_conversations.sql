-- What is asked by e-mail of somebody who is not the customer (a carrier, the maker), beside a conversation and unseen by its customer.

-- `to_addresses`, `cc_addresses`: as written, "name <address>" or the address alone.
create table side_conversations (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  inbox_id text not null,
  subject text not null,
  to_addresses text[] not null,
  cc_addresses text[] not null,
  state text not null check (state in ('waiting', 'answered', 'done')),
  unread boolean not null default false,
  last_seq integer not null default 0,
  started_by text,
  started_name text not null,
  created_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, inbox_id) references inboxes
);
create index side_conversations_of on side_conversations (workspace_id, conversation_id, created_at);
create index side_conversations_of_inbox on side_conversations (workspace_id, inbox_id, last_at desc);

-- `external_id`: the mail's Message-ID, ours or theirs. `file_ids`: attachments, the conversation's own among them.
create table side_messages (
  workspace_id text not null,
  id text not null,
  side_id text not null,
  inbox_id text not null,
  seq integer not null,
  direction text not null check (direction in ('out', 'in')),
  kind text not null check (kind in ('message', 'auto_reply', 'bounce')),
  author_id text,
  author_name text not null,
  from_address text not null default '',
  to_addresses text[] not null default '{}',
  cc_addresses text[] not null default '{}',
  text text not null,
  quoted text not null default '',
  file_ids text[] not null default '{}',
  delivery text not null check (delivery in ('queued', 'sent', 'failed', 'received')),
  failure jsonb,
  tries integer not null default 0,
  -- Of a mail that came in: whether its sender's address is proven, and whether it was among those written to.
  verified boolean not null default true,
  stranger boolean not null default false,
  joined_by text,
  external_id text not null,
  idempotency_key text,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, side_id) references side_conversations,
  unique (workspace_id, side_id, seq),
  unique (workspace_id, inbox_id, external_id)
);
create unique index side_messages_said_once on side_messages (workspace_id, author_id, idempotency_key) where idempotency_key is not null;

-- A file that came in with a side message, or was uploaded for one: nothing of the conversation's.
alter table attachments add column side_message_id text;
create index attachments_of_side on attachments (workspace_id, side_message_id) where side_message_id is not null;

-- Whoever sees the conversation sees what was asked beside it. Never a customer.
alter table side_conversations enable row level security;
create policy tenant on side_conversations to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and exists (select from conversations c where c.workspace_id = side_conversations.workspace_id and c.id = side_conversations.conversation_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on side_conversations to madoguchi_app;
alter table side_messages enable row level security;
create policy tenant on side_messages to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and exists (select from side_conversations s where s.workspace_id = side_messages.workspace_id and s.id = side_messages.side_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on side_messages to madoguchi_app;

-- Takes every word of these conversations away, of both sides and of whoever was asked beside them; what others count stays, with ids and times.
-- `lines`: threads whose messages go as well; `speakers`: customers whose words go wherever they stand. Returns the files that are nobody's now. For the
-- functions of this database alone: what may be erased is theirs to say. A room with tables of its own adds a function erase_in_<room>(ws text,
-- talks text[], people text[]) returns void, and need not touch this one.
create function erase_talks(ws text, talks text[], lines text[], speakers text[]) returns text[] language plpgsql
set search_path = public, pg_temp as $$
declare
  said text[];
  asides text[];
  aside_said text[];
  files text[];
  room name;
begin
  select coalesce(array_agg(id), '{}') into said from messages where workspace_id = ws
    and (conversation_id = any(talks) or (author_kind = 'customer' and author_id = any(speakers)) or thread_id = any(lines));
  select coalesce(array_agg(id), '{}') into asides from side_conversations where workspace_id = ws and conversation_id = any(talks);
  select coalesce(array_agg(id), '{}') into aside_said from side_messages where workspace_id = ws and side_id = any(asides);

  delete from payloads p where p.workspace_id = ws and (
    p.external_id in (select m.external_id from messages m where m.workspace_id = ws and m.id = any(said))
    or p.external_id in (select m.external_id from side_messages m where m.workspace_id = ws and m.id = any(aside_said)));
  delete from awaited_files where workspace_id = ws and message_id = any(said);
  delete from deliveries where workspace_id = ws and message_id = any(said);
  delete from search_documents where workspace_id = ws and (conversation_id = any(talks) or id = any(said));
  update conversation_merges set before = without_words(before), after = without_words(after)
  where workspace_id = ws and (conversation_id = any(talks) or into_id = any(talks));
  update conversation_splits set before = without_words(before), after = without_words(after), moved = without_words(moved)
  where workspace_id = ws and (conversation_id = any(talks) or into_id = any(talks));

  -- What the filter learned from them is unlearned.
  update spam_tokens t set spam = greatest(0, t.spam - l.spam), ham = greatest(0, t.ham - l.ham) from (
    select token, count(*) filter (where class = 'spam') as spam, count(*) filter (where class = 'ham') as ham
    from spam_lessons, unnest(tokens) token where workspace_id = ws and conversation_id = any(talks) group by token) l
  where t.workspace_id = ws and t.token = l.token;
  delete from spam_tokens where workspace_id = ws and spam = 0 and ham = 0;
  delete from spam_lessons where workspace_id = ws and conversation_id = any(talks);

  delete from checked_questions where workspace_id = ws and conversation_id = any(talks);
  delete from bot_states where workspace_id = ws and conversation_id = any(talks);
  update bot_steps set query = '', query_folded = '', unanswered = false, composed = null where workspace_id = ws and conversation_id = any(talks);
  update flow_runs set answers = '{}', chosen = '{}', question = '', identifying = null,
    status = case when status = 'running' then 'left' else status end
  where workspace_id = ws and conversation_id = any(talks);
  update model_calls set trace = '{}' where workspace_id = ws and conversation_id = any(talks);
  update surveys set comment = null where workspace_id = ws and conversation_id = any(talks);
  update routings set features = without_words(features), reasons = without_words(reasons) where workspace_id = ws and conversation_id = any(talks);
  update difficulty_corrections set features = without_words(features) where workspace_id = ws and conversation_id = any(talks);
  update offers set why = without_words(why) where workspace_id = ws and conversation_id = any(talks);

  with gone as (
    delete from attachments where workspace_id = ws and (message_id = any(said) or side_message_id = any(aside_said)
      or (uploader_kind = 'customer' and uploader_id = any(speakers)))
    returning id)
  select coalesce(array_agg(id), '{}') into files from gone;
  update side_messages set text = '', quoted = '', from_address = '', to_addresses = '{}', cc_addresses = '{}', file_ids = '{}', failure = null,
    author_name = case when direction = 'in' then '' else author_name end, external_id = 'erased:' || id,
    delivery = case when delivery = 'queued' then 'failed' else delivery end
  where workspace_id = ws and id = any(aside_said);
  update side_conversations set subject = '', to_addresses = '{}', cc_addresses = '{}', state = 'done', unread = false
  where workspace_id = ws and id = any(asides);
  update messages set text = '', blocks = '[]', failure = null, external_id = 'erased:' || id,
    author_name = case when author_kind = 'customer' then '' else author_name end,
    delivery = case when delivery = 'held' then 'withdrawn' else delivery end
  where workspace_id = ws and id = any(said);
  update conversations set subject = '', preview = '', page = null, tags = '{}', spam_because = null, spam_by = null, spam_at = null
  where workspace_id = ws and id = any(talks);
  update events set data = without_words(data) where workspace_id = ws and conversation_id = any(talks);

  -- What rooms that came later keep: each has a function of its own.
  for room in select proname from pg_proc where pronamespace = 'public'::regnamespace and proname like 'erase\_in\_%' order by proname loop
    execute format('select %I($1, $2, $3)', room) using ws, talks, speakers;
  end loop;
  return files;
end $$;
revoke all on function erase_talks(text, text[], text[], text[]) from public;

create function without_addresses(addresses text[], gone text[]) returns text[] language sql immutable as $$
  select coalesce(array_agg(a), '{}') from unnest(addresses) a where not exists (select from unnest(gone) v where position(v in lower(a)) > 0)
$$;

-- As before, with what was asked beside the person's conversations, and what they wrote themselves where they were asked.
create or replace function erase_people(ids text[]) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws text := fence_workspace();
  lines text[];
  talks text[];
  values_ text[];
  files text[];
begin
  if ws is null or fence_customer() is not null then raise exception 'only a workspace erases its customers'; end if;
  select coalesce(array_agg(id), '{}') into ids from customers where workspace_id = ws and id = any(ids);
  select coalesce(array_agg(id), '{}') into lines from threads where workspace_id = ws and customer_id = any(ids);
  select coalesce(array_agg(id), '{}') into talks from conversations where workspace_id = ws and customer_id = any(ids);
  select coalesce(array_agg(distinct v), '{}') into values_ from (
    select value as v from identities where workspace_id = ws and customer_id = any(ids) and kind <> 'visitor'
    union select regexp_replace(value, '^\+', '') from identities where workspace_id = ws and customer_id = any(ids) and kind = 'phone'
    union select external_id from threads where workspace_id = ws and id = any(lines) and length(external_id) >= 6) v where length(v) >= 6;

  delete from payloads p where p.workspace_id = ws and exists (select from unnest(values_) v where position(convert_to(v, 'UTF8') in p.body) > 0);
  files := erase_talks(ws, talks, lines, ids);
  delete from account_links where workspace_id = ws and (thread_id = any(lines) or external_id = any(values_));
  delete from identity_proofs where workspace_id = ws and (thread_id = any(lines) or customer_id = any(ids));
  delete from one_time_codes where workspace_id = ws and customer_id = any(ids);
  delete from spam_blocks where workspace_id = ws and value = any(values_);
  delete from customer_imports where workspace_id = ws and applied_at is null
    and exists (select from unnest(values_) v where position(v in rows::text) > 0);
  delete from search_documents where workspace_id = ws and customer_id = any(ids);
  update threads set external_id = 'erased:' || id, state = '{}', reachable = false where workspace_id = ws and id = any(lines);

  with gone as (
    delete from attachments a using side_messages m where a.workspace_id = ws and m.workspace_id = ws and a.side_message_id = m.id
      and m.direction = 'in' and lower(m.from_address) = any(values_)
    returning a.id)
  select files || coalesce(array_agg(id), '{}') into files from gone;
  update side_messages set text = '', quoted = '', from_address = '', author_name = '', file_ids = '{}', failure = null, external_id = 'erased:' || id
  where workspace_id = ws and direction = 'in' and lower(from_address) = any(values_);
  update side_messages set to_addresses = without_addresses(to_addresses, values_), cc_addresses = without_addresses(cc_addresses, values_)
  where workspace_id = ws and exists (select from unnest(to_addresses || cc_addresses) a, unnest(values_) v where position(v in lower(a)) > 0);
  update side_conversations set to_addresses = without_addresses(to_addresses, values_), cc_addresses = without_addresses(cc_addresses, values_)
  where workspace_id = ws and exists (select from unnest(to_addresses || cc_addresses) a, unnest(values_) v where position(v in lower(a)) > 0);

  update events set actor_name = case when actor_id = any(ids) then '' else actor_name end, data = without_words(data)
  where workspace_id = ws and (customer_id = any(ids) or conversation_id = any(talks) or actor_id = any(ids));
  delete from customer_notes where workspace_id = ws and customer_id = any(ids);
  update identities set value = 'erased:' || id, verified_at = null, source = 'erased' where workspace_id = ws and customer_id = any(ids);
  update customers set name = '', reading = '', locale = null, attributes = '{}', tags = '{}', address = '{}', organization_id = null, erased_at = now()
  where workspace_id = ws and id = any(ids);
  return files;
end $$;
