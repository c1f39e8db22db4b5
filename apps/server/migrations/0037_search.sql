-- One box for everything: of each message, conversation and customer the terms it is found by. They are made by the room `search`; the originals
-- stay where they are. Narrow rows and the terms out of line: a search reads the index and a few of the rows, hardly ever the terms.
create table search_documents (
  workspace_id text not null references workspaces,
  -- Of the message, conversation or customer itself.
  id text not null,
  kind text not null check (kind in ('message', 'conversation', 'customer')),
  conversation_id text,
  customer_id text not null,
  -- Null for customers, whom everybody at the desk may see.
  inbox_id text,
  at timestamptz not null,
  tokens tsvector not null,
  primary key (workspace_id, id)
) with (toast_tuple_target = 128);
-- Without the list of what is still to be put in, which every search would have to read through.
create index search_documents_tokens on search_documents using gin (tokens) with (fastupdate = off);
create index search_documents_by_conversation on search_documents (workspace_id, conversation_id) where conversation_id is not null;

-- How far the documents of a workspace are written, of what was there before. `place`: the id to go on below.
create table search_builds (
  workspace_id text primary key references workspaces,
  -- Which way of making terms they are written in: another one asks for all of them again.
  recipe integer not null,
  stage text not null,
  place text not null default '',
  done bigint not null default 0,
  total bigint not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz
);

alter table search_documents enable row level security;
create policy tenant on search_documents to madoguchi_app
  using (workspace_id = (select fence_workspace())
    and (inbox_id is null or inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
    and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on search_documents to madoguchi_app;

alter table search_builds enable row level security;
create policy tenant on search_builds to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on search_builds to madoguchi_app;
create policy directory on search_builds for select to madoguchi_directory using (true);
grant select (workspace_id, recipe, finished_at) on search_builds to madoguchi_directory;

-- Which days or months a stretch of time touches, as the terms for them; null when they would be too many. Times are UTC.
create function search_span(since timestamptz, until timestamptz) returns tsquery language sql stable parallel safe as $$
  select case
    when since = '-infinity' then null
    when until - since > interval '750 days' then null
    when until - since <= interval '10 days' then (
      select string_agg(quote_literal('@d' || to_char(day, 'YYYYMMDD')), '|')::tsquery
      from generate_series(date_trunc('day', since at time zone 'UTC'), until at time zone 'UTC', interval '1 day') day)
    else (
      select string_agg(quote_literal('@m' || to_char(month, 'YYYYMM')), '|')::tsquery
      from generate_series(date_trunc('month', since at time zone 'UTC'), until at time zone 'UTC', interval '1 month') month)
  end
$$;

-- The newest documents that a query finds, newest first, at most `most`. The index on the terms cannot be used behind a policy (PostgreSQL
-- evaluates no operator before it that might tell), so this function stands outside and keeps to the same fence itself: workspace, visible
-- inboxes, never a customer. It looks into two days, then into ever longer stretches before it, and stops when it has enough: what it reads is a few
-- times what it returns, however many there are.
create function search_hits(
  query tsquery, kinds text[], since timestamptz, until timestamptz, after_at timestamptz, after_id text, most integer
) returns table (id text, kind text, conversation_id text, customer_id text, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  ws text := fence_workspace();
  inboxes text[] := fence_inboxes();
  -- Customers are few beside what is said.
  span interval := case when kinds = array['customer'] then interval '100 days' else interval '2 days' end;
  upper_end timestamptz;
  lower_end timestamptz;
  missing integer := most;
  got integer;
begin
  if ws is null or fence_customer() is not null or most < 1 then return; end if;
  query := query && quote_literal('@w' || right(ws, 10))::tsquery;
  if inboxes is not null then
    query := query && (select string_agg(quote_literal(term), '|')::tsquery
      from (select '@kc' as term where 'customer' = any(kinds) union all select '@i' || right(i, 12) from unnest(inboxes) i union all select '@none') terms);
  end if;
  select greatest(
    (select c.last_activity_at from conversations c where c.workspace_id = ws order by c.last_activity_at desc limit 1),
    (select c.created_at from customers c where c.workspace_id = ws order by c.created_at desc limit 1)) + interval '1 day' into upper_end;
  if upper_end is null then return; end if;
  upper_end := least(upper_end, until, after_at + interval '1 millisecond');
  -- The first stretch begins with a day, the last one never ended.
  lower_end := date_trunc('day', (upper_end - span) at time zone 'UTC') at time zone 'UTC';
  loop
    exit when upper_end <= since;
    lower_end := greatest(since, lower_end);
    return query execute
      'select d.id, d.kind, d.conversation_id, d.customer_id, d.at from search_documents d
       where d.tokens @@ $1 and d.workspace_id = $2 and d.kind = any($3)
         and (d.inbox_id is null or $4::text[] is null or d.inbox_id = any($4))
         and d.at >= $5 and d.at < $6 and ($7::timestamptz is null or (d.at, d.id) < ($7, $8))
       order by d.at desc, d.id desc limit $9'
      using coalesce(query && search_span(lower_end, upper_end), query), ws, kinds, inboxes, lower_end, upper_end, after_at, after_id, missing;
    get diagnostics got = row_count;
    missing := missing - got;
    exit when missing < 1 or lower_end = since;
    -- As far back as what was found lets expect enough, and not much farther than was looked so far.
    span := greatest(span, span * least(8, case when got = 0 then 8 else 1.3 * missing / got end));
    upper_end := lower_end;
    lower_end := case when span > interval '600 days' then '-infinity' else upper_end - span end;
  end loop;
end $$;
revoke all on function search_hits(tsquery, text[], timestamptz, timestamptz, timestamptz, text, integer) from public;
grant execute on function search_hits(tsquery, text[], timestamptz, timestamptz, timestamptz, text, integer) to madoguchi_app;

-- What is taken back, withdrawn or erased cannot be found from that very moment on, whoever took it away. It may have been the customer.
create function search_forget_message() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from search_documents d where d.workspace_id = new.workspace_id and d.id = new.id;
  return null;
end $$;
create trigger search_forget_message after update of text, delivery on messages for each row
  when ((new.text = '' and old.text <> '') or (new.delivery = 'withdrawn' and old.delivery <> 'withdrawn'))
  execute function search_forget_message();

create function search_forget_customer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from search_documents d where d.workspace_id = new.workspace_id and d.id = new.id;
  delete from search_documents d where d.workspace_id = new.workspace_id
    and d.conversation_id in (select c.id from conversations c where c.workspace_id = new.workspace_id and c.customer_id = new.id);
  return null;
end $$;
create trigger search_forget_customer after update of erased_at on customers for each row
  when (new.erased_at is not null and old.erased_at is null) execute function search_forget_customer();
