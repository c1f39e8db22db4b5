-- The second factor of an account and its recovery codes: like passwords they stand outside the tenants, where no fenced role may look.
-- The secret is sealed with the installation's key; of recovery codes only a keyed hash is kept. `last_step`: the newest time step
-- whose code was taken, so that no code counts twice.
create table sign_in_factors (
  account_id text primary key references sign_in_accounts on delete cascade,
  sealed_secret bytea not null,
  last_step bigint not null,
  created_at timestamptz not null
);

create table sign_in_recovery_codes (
  account_id text not null references sign_in_factors on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- Whether everybody of the workspace must use one.
alter table workspaces add column two_factor_required boolean not null default false;

-- From where an agent or a program did what stands in the log; null for all else, and for what happens in conversations.
alter table events add column ip text;

-- What the audit log shows, newest first; what agents do all day long stands aside. The query says the same words (audit.queries.ts).
create index events_audit on events (workspace_id, position desc)
  where conversation_id is null and actor_kind in ('agent', 'api')
  and name not in ('agent.presence_changed', 'customer.created', 'customer.updated', 'customer.noted', 'customer.note_changed');
