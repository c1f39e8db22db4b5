-- Mail that the installation itself sends: codes, reminders. What it says is sealed, and forgotten once it is sent or given up.
create table system_mails (
  workspace_id text not null references workspaces,
  id text not null,
  -- The same key is the same mail, queued once.
  idempotency_key text not null,
  sealed bytea,
  status text not null check (status in ('waiting', 'sent', 'refused', 'too_late')),
  -- Of no use to anybody afterwards: not sent then.
  send_before timestamptz,
  -- Why the server refused it last; never what it said of whom.
  failure text,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, idempotency_key),
  check ((sealed is null) = (status <> 'waiting'))
);

-- Codes sent to addresses to prove that somebody reads them. Neither code nor address can be read from here.
create table one_time_codes (
  workspace_id text not null,
  id text not null,
  customer_id text not null,
  -- Where it was asked for, and the only place where it counts.
  thread_id text not null,
  address_hash bytea not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, thread_id) references threads
);
create index one_time_codes_by_thread on one_time_codes (workspace_id, thread_id, id desc);
create index one_time_codes_by_address on one_time_codes (workspace_id, address_hash, sent_at);
create index one_time_codes_by_customer on one_time_codes (workspace_id, customer_id, sent_at);

-- What was proved on an outside line: this browser was in the hands of whoever reads that address, at that time.
create table identity_proofs (
  workspace_id text not null,
  thread_id text not null,
  kind text not null check (kind = 'email'),
  value text not null,
  -- Whose the address is; another than the thread's when it was that customer's before.
  customer_id text not null,
  proved_at timestamptz not null,
  primary key (workspace_id, thread_id),
  foreign key (workspace_id, thread_id) references threads,
  foreign key (workspace_id, customer_id) references customers
);

-- An article was brought to its owner's mind, for this date of its check.
create table article_check_reminders (
  workspace_id text not null,
  article_id text not null,
  due_at timestamptz not null,
  agent_id text not null,
  reminded_at timestamptz not null,
  primary key (workspace_id, article_id, due_at),
  foreign key (workspace_id, article_id) references articles,
  foreign key (workspace_id, agent_id) references agents
);

do $$
declare t text;
begin
  foreach t in array array['system_mails', 'one_time_codes', 'identity_proofs', 'article_check_reminders'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
  end loop;
end $$;
grant select, insert, update on system_mails, one_time_codes, identity_proofs to madoguchi_app;
grant select, insert on article_check_reminders to madoguchi_app;

-- Who a customer is being asked to prove to be, in the middle of a step; null otherwise.
alter table flow_runs add column identifying jsonb;
