-- Roles that a company makes itself, and what of the conversations their people see: all those of the visible inboxes, those of their own
-- teams, or their own; docs/decisions/0022.
create table roles (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  -- The built-in role that it is made from: what it counts as wherever roles are compared.
  base text not null check (base in ('agent', 'supervisor')),
  permissions text[] not null,
  sees text not null check (sees in ('inboxes', 'own_team', 'own')),
  -- Besides what is narrowed: what nobody has yet.
  unassigned boolean not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index roles_by_name on roles (workspace_id, lower(name));
alter table roles enable row level security;
create policy tenant on roles to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on roles to madoguchi_app;

-- Beside `role`, which is then the one that it is made from.
alter table agents add column role_id text, add foreign key (workspace_id, role_id) references roles;
create index agents_by_own_role on agents (workspace_id, role_id) where role_id is not null;

-- madoguchi_narrowed: who sees less than every conversation of their inboxes. It may what madoguchi_app may, behind the same policies, and
-- behind a further one on each table that has to do with conversations or customers. Everybody else has those policies nowhere in their plans.
do $$
begin
  if not exists (select from pg_roles where rolname = 'madoguchi_narrowed') then
    create role madoguchi_narrowed nologin inherit nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same cluster made it at this very moment
end $$;
grant madoguchi_app to madoguchi_narrowed;
grant madoguchi_narrowed to current_user;

-- Who looks, of the narrowed; null for everybody else.
create function fence_narrowed() returns text language sql stable parallel safe
  return nullif(current_setting('app.agent_id', true), '');
-- Whose conversations they see, of which teams, and whether those that nobody has.
create function fence_agents() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.agents', true), ''), ',');
create function fence_teams() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.teams', true), ''), ',');
create function fence_unassigned() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.unassigned', true), '') = 'on';
-- What this transaction has in hand: it was seen when it was taken, and is until the end of the transaction, whoever has it then.
create function fence_held() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.held', true), ''), ',');
-- What is offered to them now: whoever is asked whether they take it may look at it.
create index offers_open_to_agent on offers (workspace_id, agent_id) where ended_at is null;
create function fence_offered() returns text[] language sql stable security definer set search_path = public, pg_temp
  return array(select o.conversation_id from offers o
    where o.workspace_id = fence_workspace() and o.agent_id = fence_narrowed() and o.ended_at is null);

-- Whether somebody narrowed sees a conversation, or what belongs to none. Behind no policy itself, so it keeps to the whole fence.
create function fence_conversation(workspace text, conversation text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return conversation is null or exists (
    select from conversations c
    where c.workspace_id = workspace and c.id = conversation and c.workspace_id = fence_workspace()
      and (fence_inboxes() is null or c.inbox_id = any (fence_inboxes()))
      and (c.assignee_agent_id = any (fence_agents()) or c.assignee_team_id = any (fence_teams())
        or (c.assignee_agent_id is null and c.assignee_team_id is null and fence_unassigned())
        or c.id = any (fence_held()) or c.id = any (fence_offered())));
end $$;

-- The same for a customer: seen by whoever sees a conversation with them, under whichever of their names.
create function fence_person(workspace text, customer text) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return customer is null or exists (
    select from customers one
    join customers same on same.workspace_id = one.workspace_id and same.person_id = one.person_id
    join conversations c on c.workspace_id = same.workspace_id and c.customer_id = same.id
    where one.workspace_id = workspace and one.id = customer and c.workspace_id = fence_workspace()
      and (fence_inboxes() is null or c.inbox_id = any (fence_inboxes()))
      and (c.assignee_agent_id = any (fence_agents()) or c.assignee_team_id = any (fence_teams())
        or (c.assignee_agent_id is null and c.assignee_team_id is null and fence_unassigned())
        or c.id = any (fence_held()) or c.id = any (fence_offered())));
end $$;

-- Conversations themselves: columns of their own, and indexes for whoever sees few of many.
create index conversations_by_holder on conversations (workspace_id, assignee_agent_id, assignee_team_id);
create index conversations_by_team on conversations (workspace_id, assignee_team_id) where assignee_team_id is not null;
create policy sight on conversations as restrictive to madoguchi_narrowed
  using (assignee_agent_id = any (coalesce((select fence_agents()), '{}'))
    or assignee_team_id = any (coalesce((select fence_teams()), '{}'))
    or ((select fence_unassigned()) and assignee_agent_id is null and assignee_team_id is null)
    or id = any (coalesce((select fence_held()), '{}'))
    or id = any (coalesce((select fence_offered()), '{}')))
  with check (true);

-- Everything that belongs to a conversation, or else to a customer. What is written belongs to what was read before.
do $$
declare
  one record;
begin
  for one in
    select c.relname, bool_or(a.attname = 'conversation_id') as talk, bool_or(a.attname = 'customer_id') as person
    from pg_policy p join pg_class c on c.oid = p.polrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where p.polname = 'tenant' and c.relnamespace = 'public'::regnamespace and c.relname not in ('conversations', 'customers')
    group by c.relname
    having bool_or(a.attname in ('conversation_id', 'customer_id'))
  loop
    execute format('create policy sight on %I as restrictive to madoguchi_narrowed using (%s) with check (true)', one.relname, case
      when one.talk and one.person then
        'case when conversation_id is null then fence_person(workspace_id, customer_id) else fence_conversation(workspace_id, conversation_id) end'
      when one.talk then 'fence_conversation(workspace_id, conversation_id)'
      else 'fence_person(workspace_id, customer_id)' end);
  end loop;
end $$;
-- And what belongs to something that does; what asks for its own anyway (attachments, visits of flows, checks of procedures) is left out.
create policy sight on deliveries as restrictive to madoguchi_narrowed
  using (exists (select from messages m where m.workspace_id = deliveries.workspace_id and m.id = deliveries.message_id)) with check (true);
create policy sight on sent_parts as restrictive to madoguchi_narrowed
  using (exists (select from messages m where m.workspace_id = sent_parts.workspace_id and m.id = sent_parts.message_id)) with check (true);
create policy sight on awaited_files as restrictive to madoguchi_narrowed
  using (exists (select from messages m where m.workspace_id = awaited_files.workspace_id and m.id = awaited_files.message_id)) with check (true);
create policy sight on account_links as restrictive to madoguchi_narrowed
  using (exists (select from threads t where t.workspace_id = account_links.workspace_id and t.id = account_links.thread_id)) with check (true);
create policy sight on side_messages as restrictive to madoguchi_narrowed
  using (exists (select from side_conversations s where s.workspace_id = side_messages.workspace_id and s.id = side_messages.side_id)) with check (true);
create policy sight on customers as restrictive to madoguchi_narrowed using (fence_person(workspace_id, id)) with check (true);

-- As in 0037, and for the narrowed what they see besides: it stands outside the policies.
create or replace function search_hits(
  query tsquery, kinds text[], since timestamptz, until timestamptz, after_at timestamptz, after_id text, most integer
) returns table (id text, kind text, conversation_id text, customer_id text, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  ws text := fence_workspace();
  inboxes text[] := fence_inboxes();
  narrowed text := case when fence_narrowed() is null then '' else
    ' and case when d.conversation_id is null then fence_person($2, d.customer_id) else fence_conversation($2, d.conversation_id) end' end;
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
         and d.at >= $5 and d.at < $6 and ($7::timestamptz is null or (d.at, d.id) < ($7, $8))' || narrowed || '
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
