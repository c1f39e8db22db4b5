-- What has to be done with a topic, step by step; and replies that somebody else looks at before they go out.

create table procedures (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  enabled boolean not null,
  place integer not null,
  -- The newest of its versions: what conversations begin with from now on.
  version integer not null,
  -- { queueIds, inboxIds, channels, tags, words }: which conversations begin with it by themselves.
  conditions jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null,
  removed_at timestamptz,
  primary key (workspace_id, id)
);

create table procedure_versions (
  workspace_id text not null,
  procedure_id text not null,
  version integer not null,
  name text not null,
  steps jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (workspace_id, procedure_id, version),
  foreign key (workspace_id, procedure_id) references procedures
);

-- One conversation on its way through one version. One at a time; `left_at`: another one was picked, or none.
create table procedure_runs (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  procedure_id text not null,
  version integer not null,
  begun_at timestamptz not null,
  begun_by text not null,
  completed_at timestamptz,
  left_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, procedure_id, version) references procedure_versions
);
create unique index procedure_runs_standing on procedure_runs (workspace_id, conversation_id) where left_at is null;
create index procedure_runs_of_conversation on procedure_runs (workspace_id, conversation_id);
create index procedure_runs_of_procedure on procedure_runs (workspace_id, procedure_id, begun_at);

create table procedure_checks (
  workspace_id text not null,
  run_id text not null,
  step_id text not null,
  checked_at timestamptz not null,
  agent_id text,
  agent_name text not null,
  primary key (workspace_id, run_id, step_id),
  foreign key (workspace_id, run_id) references procedure_runs
);

-- A reply that may not go out before somebody has approved it. The constraint holds whatever the code does.
alter table messages
  add column awaits_approval boolean not null default false,
  add constraint messages_approved_first check (not awaits_approval or delivery in ('held', 'withdrawn'));
create index messages_awaiting_approval on messages (workspace_id, conversation_id) where awaits_approval;

create table approval_rules (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null,
  enabled boolean not null,
  place integer not null,
  -- { teamIds, inboxIds, channels, words, authors }: whose replies, and which, wait.
  conditions jsonb not null,
  approver_agent_ids text[] not null,
  approver_team_ids text[] not null,
  -- After so long everybody who may approve is asked.
  minutes integer not null check (minutes between 1 and 10080),
  primary key (workspace_id, id)
);

create table approvals (
  workspace_id text not null,
  id text not null,
  message_id text not null,
  conversation_id text not null,
  -- What the rule said then.
  rule_name text not null,
  approver_agent_ids text[] not null,
  approver_team_ids text[] not null,
  author_id text not null,
  state text not null check (state in ('waiting', 'approved', 'returned', 'withdrawn')),
  asked_at timestamptz not null,
  overdue_at timestamptz not null,
  -- When everybody who may approve was asked.
  escalated_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  decided_by_name text not null default '',
  comment text not null default '',
  -- What its author wrote, where it was changed before it went out.
  original_text text,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages,
  foreign key (workspace_id, conversation_id) references conversations,
  check ((state = 'waiting') = (decided_at is null))
);
create unique index approvals_of_message on approvals (workspace_id, message_id);
create index approvals_of_conversation on approvals (workspace_id, conversation_id);

-- Taken back by whatever way, a reply waits for nobody any more.
create function end_approval() returns trigger language plpgsql as $$
begin
  new.awaits_approval := false;
  update approvals set state = 'withdrawn', decided_at = now()
  where workspace_id = new.workspace_id and message_id = new.id and state = 'waiting';
  return new;
end $$;
create trigger end_approval before update of delivery on messages for each row
  when (old.awaits_approval and new.delivery = 'withdrawn') execute function end_approval();

create function forget_approvals() returns trigger language plpgsql as $$
begin
  update approvals a set comment = '', original_text = null from conversations c
  where c.workspace_id = new.workspace_id and c.customer_id = new.id and a.workspace_id = c.workspace_id and a.conversation_id = c.id;
  return null;
end $$;
create trigger forget_approvals after update of erased_at on customers for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_approvals();

do $$
declare t text;
begin
  foreach t in array array['procedures', 'procedure_versions', 'procedure_runs', 'procedure_checks', 'approval_rules', 'approvals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select, insert, update on %I to madoguchi_app', t);
  end loop;
  foreach t in array array['procedures', 'procedure_versions', 'approval_rules'] loop
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
  end loop;
  -- Whoever sees the conversation sees its steps and its approvals.
  foreach t in array array['procedure_runs', 'approvals'] loop
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
        and exists (select from conversations c where c.workspace_id = %I.workspace_id and c.id = %I.conversation_id))
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t, t, t);
  end loop;
  create policy tenant on procedure_checks to madoguchi_app
    using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
      and exists (select from procedure_runs r where r.workspace_id = procedure_checks.workspace_id and r.id = procedure_checks.run_id))
    with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
end $$;
grant delete on approval_rules, procedure_checks to madoguchi_app;
