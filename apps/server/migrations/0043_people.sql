-- Everything about one person, taken away at once; and lists of customers read in from a file.

-- A list of customers that was read and waits to be said yes to. Its rows go when it is taken in, and after a day.
create table customer_imports (
  workspace_id text not null references workspaces,
  id text not null,
  file_name text not null,
  encoding text not null,
  columns text[] not null,
  rows jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  result jsonb,
  primary key (workspace_id, id)
);
alter table customer_imports enable row level security;
create policy tenant on customer_imports to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on customer_imports to madoguchi_app;

-- A fact keeps ids, numbers and the words of the product (message.sent, open, email); what people wrote into it goes.
create function without_words(data jsonb) returns jsonb language sql immutable parallel safe as $$
  select case jsonb_typeof(data)
    when 'object' then (select coalesce(jsonb_object_agg(key, case
        when key in ('subject', 'preview', 'name', 'text', 'title', 'value', 'comment') then '""'
        when key = 'tags' then '[]'
        else without_words(value)
      end), '{}') from jsonb_each(data))
    when 'array' then (select coalesce(jsonb_agg(without_words(value)), '[]') from jsonb_array_elements(data))
    when 'string' then case when data #>> '{}' ~ '^([a-z]{3}_[0-9a-z]{26}|[a-z][a-z0-9_.:]{0,39}|\d{4}-\d\d-\d\d[T ][0-9:.]+(Z|[+-]\d\d(:?\d\d)?)?)$' then data else '""' end
    else data
  end
$$;

-- Takes every word of these customers, and about them, out of every table: names, addresses, what was said, files, what the bot and the filter
-- learned of it. Rows that others count stay, with their ids and times. It does what the product itself may not: it changes the log. So it works only
-- in the workspace of the transaction that calls it, and never for a customer. Returns the files that are nobody's now.
create function erase_people(ids text[]) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws text := fence_workspace();
  lines text[];
  talks text[];
  said text[];
  values_ text[];
  files text[];
begin
  if ws is null or fence_customer() is not null then raise exception 'only a workspace erases its customers'; end if;
  select coalesce(array_agg(id), '{}') into ids from customers where workspace_id = ws and id = any(ids);
  select coalesce(array_agg(id), '{}') into lines from threads where workspace_id = ws and customer_id = any(ids);
  select coalesce(array_agg(id), '{}') into talks from conversations where workspace_id = ws and customer_id = any(ids);
  select coalesce(array_agg(id), '{}') into said from messages where workspace_id = ws
    and (conversation_id = any(talks) or (author_kind = 'customer' and author_id = any(ids)) or thread_id = any(lines));
  select coalesce(array_agg(distinct v), '{}') into values_ from (
    select value as v from identities where workspace_id = ws and customer_id = any(ids) and kind <> 'visitor'
    union select regexp_replace(value, '^\+', '') from identities where workspace_id = ws and customer_id = any(ids) and kind = 'phone'
    union select external_id from threads where workspace_id = ws and id = any(lines) and length(external_id) >= 6) v where length(v) >= 6;

  delete from payloads p where p.workspace_id = ws and (
    exists (select from unnest(values_) v where position(convert_to(v, 'UTF8') in p.body) > 0)
    or p.external_id in (select m.external_id from messages m where m.workspace_id = ws and m.id = any(said)));
  delete from account_links where workspace_id = ws and (thread_id = any(lines) or external_id = any(values_));
  delete from identity_proofs where workspace_id = ws and (thread_id = any(lines) or customer_id = any(ids));
  delete from one_time_codes where workspace_id = ws and customer_id = any(ids);
  delete from awaited_files where workspace_id = ws and message_id = any(said);
  delete from deliveries where workspace_id = ws and message_id = any(said);
  delete from spam_blocks where workspace_id = ws and value = any(values_);
  delete from customer_imports where workspace_id = ws and applied_at is null
    and exists (select from unnest(values_) v where position(v in rows::text) > 0);

  delete from search_documents where workspace_id = ws and (customer_id = any(ids) or conversation_id = any(talks) or id = any(said));
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
    delete from attachments where workspace_id = ws and (message_id = any(said) or (uploader_kind = 'customer' and uploader_id = any(ids)))
    returning id)
  select coalesce(array_agg(id), '{}') into files from gone;
  update messages set text = '', blocks = '[]', failure = null, external_id = 'erased:' || id,
    author_name = case when author_kind = 'customer' then '' else author_name end,
    delivery = case when delivery = 'held' then 'withdrawn' else delivery end
  where workspace_id = ws and id = any(said);
  update conversations set subject = '', preview = '', page = null, tags = '{}', spam_because = null, spam_by = null, spam_at = null
  where workspace_id = ws and id = any(talks);
  update threads set external_id = 'erased:' || id, state = '{}', reachable = false where workspace_id = ws and id = any(lines);

  update events set actor_name = case when actor_id = any(ids) then '' else actor_name end, data = without_words(data)
  where workspace_id = ws and (customer_id = any(ids) or conversation_id = any(talks) or actor_id = any(ids));
  delete from customer_notes where workspace_id = ws and customer_id = any(ids);
  update identities set value = 'erased:' || id, verified_at = null, source = 'erased' where workspace_id = ws and customer_id = any(ids);
  update customers set name = '', reading = '', locale = null, attributes = '{}', tags = '{}', address = '{}', organization_id = null, erased_at = now()
  where workspace_id = ws and id = any(ids);
  return files;
end $$;
revoke all on function erase_people(text[]) from public;
grant execute on function erase_people(text[]) to madoguchi_app;
