-- The same finds in fewer and cheaper steps. Measured over a million messages: the workspace's own mark costs 6 ms a step for a rare word and says
-- nothing where there is one workspace; months as terms cost 250 ms for customers, of whom all are found in 4; and what is rare in two days is
-- rare altogether: one look at everything instead of six at ever longer stretches.
create or replace function search_hits(
  query tsquery, kinds text[], since timestamptz, until timestamptz, after_at timestamptz, after_id text, most integer
) returns table (id text, kind text, conversation_id text, customer_id text, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  ws text := fence_workspace();
  inboxes text[] := fence_inboxes();
  narrowed text := case when fence_narrowed() is null then '' else
    ' and case when d.conversation_id is null then fence_person($2, d.customer_id) else fence_conversation($2, d.conversation_id) end' end;
  -- So few in the first stretch, and all there are can be looked through at once.
  few constant integer := 8;
  span interval := interval '2 days';
  upper_end timestamptz;
  lower_end timestamptz;
  missing integer := most;
  got integer;
begin
  if ws is null or fence_customer() is not null or most < 1 then return; end if;
  if exists (select from workspaces w where w.workspace_id <> ws) then
    query := query && quote_literal('@w' || right(ws, 10))::tsquery;
  end if;
  if inboxes is not null then
    query := query && (select string_agg(quote_literal(term), '|')::tsquery
      from (select '@kc' as term where 'customer' = any(kinds) union all select '@i' || right(i, 12) from unnest(inboxes) i union all select '@none') terms);
  end if;
  select greatest(
    (select c.last_activity_at from conversations c where c.workspace_id = ws order by c.last_activity_at desc limit 1),
    (select c.created_at from customers c where c.workspace_id = ws order by c.created_at desc limit 1)) + interval '1 day' into upper_end;
  if upper_end is null then return; end if;
  upper_end := least(upper_end, until, after_at + interval '1 millisecond');
  -- The first stretch begins with a day, the last one never ended. Customers are few beside what is said: they have no stretches.
  lower_end := case when kinds = array['customer'] then '-infinity'
    else date_trunc('day', (upper_end - span) at time zone 'UTC') at time zone 'UTC' end;
  loop
    exit when upper_end <= since;
    lower_end := greatest(since, lower_end);
    return query execute
      'select d.id, d.kind, d.conversation_id, d.customer_id, d.at from search_documents d
       where d.tokens @@ $1 and d.workspace_id = $2 and d.kind = any($3)
         and (d.inbox_id is null or $4::text[] is null or d.inbox_id = any($4))
         and d.at >= $5 and d.at < $6 and ($7::timestamptz is null or (d.at, d.id) < ($7, $8))' || narrowed || '
       order by d.at desc, d.id desc limit $9'
      using coalesce(query && search_span(lower_end, upper_end), query), ws, kinds, inboxes, lower_end, upper_end, after_at, after_id, missing;
    get diagnostics got = row_count;
    missing := missing - got;
    exit when missing < 1 or lower_end = since or lower_end = '-infinity';
    -- As far back as what was found lets expect enough, and not much farther than was looked so far.
    span := case when got <= few then interval '100 years' else greatest(span, span * least(8, 1.3 * missing / got)) end;
    upper_end := lower_end;
    lower_end := case when span > interval '600 days' then '-infinity' else upper_end - span end;
  end loop;
end $$;
