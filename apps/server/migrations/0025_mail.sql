-- What the product itself says over a line (an acknowledgement): counted by the hour, so that two machines never talk to each other for long.
create index messages_automatic on messages (workspace_id, inbox_id, created_at) where author_kind = 'system';

-- Mail of a period that an administrator wants to have read in. A connection to the mailbox picks it up.
create table backfills (
  workspace_id text not null,
  id text not null,
  inbox_id text not null,
  since timestamptz not null,
  until timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  found integer,
  taken integer not null default 0,
  folder text,
  last_uid bigint,
  detail text,
  asked_by text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);
create unique index backfills_waiting on backfills (workspace_id, inbox_id) where state = 'waiting';
alter table backfills enable row level security;
create policy tenant on backfills to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on backfills to madoguchi_app;
