-- Codes go by text message too: a line may hold a proof of an e-mail address and one of a telephone number.
alter table identity_proofs drop constraint identity_proofs_kind_check;
alter table identity_proofs add constraint identity_proofs_kind_check check (kind in ('email', 'phone'));
alter table identity_proofs drop constraint identity_proofs_pkey;
alter table identity_proofs add primary key (workspace_id, thread_id, kind);

-- Text messages that carry codes. What they say and to whom is sealed, and forgotten once they are sent or given up.
create table code_texts (
  workspace_id text not null references workspaces,
  -- The code's own id: a code goes out once.
  id text not null,
  sealed bytea,
  status text not null check (status in ('waiting', 'sent', 'refused', 'too_late')),
  -- Nobody waits longer for it: given up then.
  send_before timestamptz not null,
  -- Why the platform refused it last; never to whom it was to go.
  failure text,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (workspace_id, id),
  check ((sealed is null) = (status <> 'waiting'))
);
create index code_texts_by_time on code_texts (workspace_id, created_at);
alter table code_texts enable row level security;
create policy tenant on code_texts to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on code_texts to madoguchi_app;
