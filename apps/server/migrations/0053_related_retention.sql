-- Which conversations have to do with one another; how long what was said is kept; and what may not be erased.

-- related: one_id < other_id · child: one_id is the child of other_id · duplicate: one_id asks the same as other_id. Two have one link at most.
create table conversation_links (
  workspace_id text not null,
  id text not null,
  one_id text not null,
  other_id text not null,
  kind text not null check (kind in ('related', 'child', 'duplicate')),
  linked_by text not null,
  linked_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, one_id) references conversations,
  foreign key (workspace_id, other_id) references conversations,
  check (one_id <> other_id),
  check (kind <> 'related' or one_id < other_id)
);
create unique index conversation_links_pair on conversation_links (workspace_id, least(one_id, other_id), greatest(one_id, other_id));
create unique index conversation_links_parent on conversation_links (workspace_id, one_id) where kind = 'child';
create index conversation_links_other on conversation_links (workspace_id, other_id);
alter table conversation_links enable row level security;
create policy tenant on conversation_links to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and exists (select from conversations c where c.workspace_id = conversation_links.workspace_id and c.id = conversation_links.one_id)
    and exists (select from conversations c where c.workspace_id = conversation_links.workspace_id and c.id = conversation_links.other_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, delete on conversation_links to madoguchi_app;

-- How long something is kept: months for conversations, days for the rest. Without a row, for ever. Nothing goes before `first_run_at`.
create table retention_rules (
  workspace_id text not null references workspaces,
  kind text not null check (kind in ('conversations', 'payloads', 'searches', 'audit')),
  keep integer not null check (keep > 0),
  first_run_at timestamptz not null,
  set_by text not null,
  set_at timestamptz not null,
  last_run_at timestamptz,
  -- What the last run took: { count, files }.
  last_took jsonb,
  primary key (workspace_id, kind)
);

-- What may not be erased, by hand or by time: everything of a customer, or one conversation.
create table legal_holds (
  workspace_id text not null,
  id text not null,
  customer_id text,
  conversation_id text,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, conversation_id) references conversations,
  check (num_nonnulls(customer_id, conversation_id) = 1)
);
create unique index legal_holds_customer on legal_holds (workspace_id, customer_id) where lifted_at is null and customer_id is not null;
create unique index legal_holds_conversation on legal_holds (workspace_id, conversation_id) where lifted_at is null and conversation_id is not null;

-- Files whose rows are gone already: removed from the disk next, also after a death in between.
create table forgotten_files (
  workspace_id text not null references workspaces,
  file_id text not null,
  primary key (workspace_id, file_id)
);

do $$
declare t text;
begin
  foreach t in array array['retention_rules', 'legal_holds', 'forgotten_files'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;

-- When the words of a conversation were taken away by time: then there is nothing left to take.
alter table conversations add column words_erased_at timestamptz;
create index conversations_to_forget on conversations (workspace_id, last_activity_at)
  where words_erased_at is null and merged_into is null and status in ('resolved', 'closed');

create function is_held(ws text, conversation text, customer text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from legal_holds h where h.workspace_id = ws and h.lifted_at is null and (h.conversation_id = conversation
    or h.customer_id in (select s.id from customers s where s.workspace_id = ws
      and s.person_id = (select c.person_id from customers c where c.workspace_id = ws and c.id = customer))))
$$;

-- Takes the words of these conversations away, and of those that went on in them; not of one that goes on or is held. Returns the files that are
-- nobody's now.
create function erase_conversations(ids text[]) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws text := fence_workspace();
  files text[];
begin
  if ws is null or fence_customer() is not null then raise exception 'only a workspace erases its conversations'; end if;
  select coalesce(array_agg(c.id), '{}') into ids from conversations c
  where c.workspace_id = ws and c.status in ('resolved', 'closed') and c.id = any(ids) and not is_held(ws, c.id, c.customer_id)
    and not exists (select from conversations m where m.workspace_id = ws and m.merged_into = c.id and is_held(ws, m.id, m.customer_id));
  select ids || coalesce(array_agg(m.id), '{}') into ids from conversations m where m.workspace_id = ws and m.merged_into = any(ids);
  files := erase_talks(ws, ids, '{}', '{}');
  update threads set state = state - 'subject' where workspace_id = ws and latest_conversation_id = any(ids);
  update conversations set words_erased_at = now() where workspace_id = ws and id = any(ids);
  return files;
end $$;

-- Removes what platforms sent, once it was read, or could not be; not what stands for a message that is held. Returns how many.
create function forget_payloads(before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws text := fence_workspace();
  gone integer;
begin
  if ws is null or fence_customer() is not null then raise exception 'only a workspace forgets its payloads'; end if;
  delete from payloads where workspace_id = ws and id = any (array(
    select p.id from payloads p where p.workspace_id = ws and p.state <> 'waiting' and p.received_at < before
      and not exists (select from messages m join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
        where m.workspace_id = ws and m.inbox_id = p.inbox_id and m.external_id = p.external_id and is_held(ws, c.id, c.customer_id))
    order by p.received_at limit most for update skip locked));
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Removes old entries of the audit log: what people of ours did, outside of conversations. A year is always kept. Returns how many.
create function forget_audit(before timestamptz, most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ws text := fence_workspace();
  gone integer;
begin
  if ws is null or fence_customer() is not null then raise exception 'only a workspace forgets its audit log'; end if;
  delete from events where workspace_id = ws and position = any (array(
    select e.position from events e where e.workspace_id = ws and e.conversation_id is null and e.customer_id is null
      and e.actor_kind in ('agent', 'api') and e.at < least(before, now() - interval '365 days') order by e.position limit most));
  get diagnostics gone = row_count;
  return gone;
end $$;

do $$
declare f text;
begin
  foreach f in array array['erase_conversations(text[])', 'forget_payloads(timestamptz, integer)', 'forget_audit(timestamptz, integer)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to madoguchi_app', f);
  end loop;
end $$;

-- Why something was held may name the person.
create function erase_in_people(ws text, talks text[], people text[]) returns void language sql set search_path = public, pg_temp as $$
  update legal_holds set reason = '' where workspace_id = ws and (customer_id = any(people) or conversation_id = any(talks));
$$;
