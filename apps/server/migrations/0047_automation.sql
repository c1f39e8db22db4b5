-- Rules that act by themselves: what each says, what it waits for, what it did and why.

create table automation_rules (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null check (name <> ''),
  position integer not null,
  enabled boolean not null,
  -- Raised by every change of what it says.
  version integer not null default 1,
  -- What it is about: an event, or a time since something.
  occasion jsonb not null,
  conditions jsonb not null,
  actions jsonb not null,
  stop_after boolean not null,
  -- What happened, or fell due, before it was switched on is not its business.
  counts_since timestamptz not null,
  -- Of a rule of time: the version by which the waits of all conversations are written down.
  armed_version integer not null default 0,
  last_error jsonb,
  created_at timestamptz not null,
  is_timer boolean not null generated always as (occasion->>'kind' = 'timer') stored,
  primary key (workspace_id, id)
);
create index automation_rules_to_arm on automation_rules (workspace_id) where enabled and is_timer and armed_version <> version;

-- A conversation that a rule of time waits for: since when, and until when. One that was looked at stays, so that the same wait is not looked at again.
create table automation_waits (
  workspace_id text not null,
  rule_id text not null,
  conversation_id text not null,
  inbox_id text not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz,
  primary key (workspace_id, conversation_id, rule_id),
  foreign key (workspace_id, rule_id) references automation_rules on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index automation_waits_due on automation_waits (due_at) where done_at is null;
create index automation_waits_of_rule on automation_waits (workspace_id, rule_id);

-- What a rule did in a conversation: once for each fact or wait. It outlives its rule.
create table automation_runs (
  workspace_id text not null,
  id text not null,
  rule_id text not null,
  rule_name text not null,
  rule_version integer not null,
  conversation_id text not null,
  inbox_id text not null,
  -- The fact by its place in the log, or the wait by its beginning.
  cause text not null,
  occasion jsonb not null,
  because jsonb not null,
  actions jsonb not null,
  outcomes jsonb not null,
  changed boolean not null,
  -- The rules whose doing it answers, the first one first.
  chain text[] not null,
  after_rule text,
  -- What takes it back.
  item jsonb,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id, rule_id, cause),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index automation_runs_of_rule on automation_runs (workspace_id, rule_id, at desc, id desc);

-- Where a rule was switched off because it acted over and over.
create table automation_stops (
  workspace_id text not null,
  rule_id text not null,
  conversation_id text not null,
  inbox_id text not null,
  at timestamptz not null,
  primary key (workspace_id, rule_id, conversation_id),
  foreign key (workspace_id, rule_id) references automation_rules on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);

-- What a rule would have done: asked by one agent, seen with their eyes, kept for a day.
create table automation_dry_runs (
  workspace_id text not null references workspaces,
  id text not null,
  agent_id text not null,
  -- The inboxes they see; null: all.
  inboxes text[],
  days integer not null,
  rule jsonb not null,
  state text not null check (state in ('running', 'done', 'failed')),
  looked integer not null default 0,
  total integer not null,
  -- The conversation looked at last.
  after jsonb,
  result jsonb not null,
  asked_at timestamptz not null,
  primary key (workspace_id, id)
);
create index automation_dry_runs_running on automation_dry_runs (workspace_id) where state = 'running';

do $$
declare t text;
begin
  foreach t in array array['automation_rules', 'automation_dry_runs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
  foreach t in array array['automation_waits', 'automation_runs', 'automation_stops'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
        and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;

-- Which workspaces have something to do: ids, states and times, never what somebody wrote.
create policy directory on automation_rules for select to madoguchi_directory using (true);
grant select (workspace_id, id, enabled, is_timer, version, armed_version) on automation_rules to madoguchi_directory;
create policy directory on automation_waits for select to madoguchi_directory using (true);
grant select (workspace_id, due_at, done_at) on automation_waits to madoguchi_directory;
create policy directory on automation_dry_runs for select to madoguchi_directory using (true);
grant select (workspace_id, id, state, asked_at) on automation_dry_runs to madoguchi_directory;

-- What was known of a person who is erased does not stay as the reason why a rule acted; the rule's own words do.
create function automation_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update automation_runs set item = null,
    because = (select coalesce(jsonb_agg(one || '{"value": ""}'), '[]') from jsonb_array_elements(because) one)
  where workspace_id = new.workspace_id
    and conversation_id in (select id from conversations where workspace_id = new.workspace_id and customer_id = new.id);
  delete from automation_dry_runs where workspace_id = new.workspace_id;
  return null;
end $$;
create trigger automation_forget after update of erased_at on customers for each row
  when (new.erased_at is not null and old.erased_at is null) execute function automation_forget();

-- What happened before this room was there is not read again.
insert into event_cursors (reader, xid, position)
select 'automation', xid, position from events order by xid desc, position desc limit 1
on conflict do nothing;
