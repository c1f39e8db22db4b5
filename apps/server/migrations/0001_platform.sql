-- The rails: two roles that cannot leave their fence, the event log, the readers' cursors.

-- madoguchi_app: everything the product does inside one workspace. madoguchi_directory: the few look-ups that happen before a
-- workspace is known (a session, an inbox key), and the readers of the log.
do $$
begin
  if not exists (select from pg_roles where rolname = 'madoguchi_app') then
    create role madoguchi_app nologin noinherit nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'madoguchi_directory') then
    create role madoguchi_directory nologin noinherit nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of the same cluster made them at this very moment
end $$;

grant madoguchi_app, madoguchi_directory to current_user;

-- The settings of a transaction, set by db.transaction: whose eyes is it read with?
create function fence_workspace() returns text language sql stable parallel safe
  return current_setting('app.workspace_id', true);
-- The visible inboxes; null means all of them, an empty list (also when nothing is set) none. Policies ask
-- `inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id]))`: one look at the setting, whatever the number of rows.
create function fence_inboxes() returns text[] language sql stable parallel safe
  return case current_setting('app.inboxes', true) when '*' then null else string_to_array(coalesce(current_setting('app.inboxes', true), ''), ',') end;
-- Set when a customer looks: then only what is theirs. Policies ask `customer_id = coalesce((select fence_customer()), customer_id)`.
create function fence_customer() returns text language sql stable parallel safe
  return nullif(current_setting('app.customer_id', true), '');

create table events (
  position bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  workspace_id text not null,
  at timestamptz not null,
  name text not null,
  version integer not null,
  inbox_id text,
  conversation_id text,
  customer_id text,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  data jsonb not null,
  primary key (workspace_id, position)
);
create index events_order on events (xid, position);
create index events_conversation on events (workspace_id, conversation_id, position) where conversation_id is not null;

alter table events enable row level security;
create policy tenant on events to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (inbox_id is null or inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id]))) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()));
create policy directory on events for select to madoguchi_directory using (true);
grant select, insert on events to madoguchi_app;
grant select on events to madoguchi_directory;

create table event_cursors (
  reader text primary key,
  xid xid8 not null,
  position bigint not null,
  updated_at timestamptz not null default now()
);
grant select, insert, update on event_cursors to madoguchi_directory;

-- Facts a reader could not digest after its retries: kept, counted, shown; the reader goes on.
create table event_failures (
  reader text not null,
  position bigint not null,
  workspace_id text not null,
  name text not null,
  error text not null,
  failed_at timestamptz not null default now(),
  primary key (reader, workspace_id, position)
);
grant select, insert on event_failures to madoguchi_directory;

-- Lets the fenced role put a job into the queue in its own transaction, and nothing else of the queue.
create function enqueue_job(task text, payload json, run_at timestamptz, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 25);
end $$;
revoke all on function enqueue_job(text, json, timestamptz, text) from public;
grant execute on function enqueue_job(text, json, timestamptz, text) to madoguchi_app;

-- What was done once to this installation as a whole, e.g. loading the demo.
create table installation_notes (
  name text primary key,
  noted_at timestamptz not null default now()
);
grant select, insert on installation_notes to madoguchi_directory;
