-- Signing out at the identity provider too, and being signed out from there; addresses that it never says it checked.
alter table single_sign_on
  -- Domains whose addresses count although the provider does not say whether it checked them.
  add column trusted_domains text[] not null default '{}',
  -- What signing out ends: our session, or the one at the provider too.
  add column sign_out text not null default 'here' check (sign_out in ('here', 'provider'));

-- Whether an address was checked is told in three words now: nothing said is not the same as no.
update single_sign_on
  set last_test = jsonb_set(last_test, '{told,emailVerified}', case last_test #>> '{told,emailVerified}' when 'true' then '"yes"' else '"unsaid"' end::jsonb)
  where jsonb_typeof(last_test -> 'told') = 'object';

-- Which session of ours began with which session at the provider; gone with ours.
create table single_sign_on_sessions (
  workspace_id text not null,
  session_id text not null references sign_in_sessions on delete cascade,
  issuer text not null,
  subject text not null,
  -- The provider's own name of its session; null: it gave none.
  sid text,
  -- Sealed: shown to the provider again when it is asked to end the session (id_token_hint).
  id_token bytea not null,
  agent_id text not null,
  primary key (workspace_id, session_id),
  foreign key (workspace_id, agent_id) references agents
);
create index single_sign_on_sessions_session on single_sign_on_sessions (session_id);
create index single_sign_on_sessions_subject on single_sign_on_sessions (workspace_id, issuer, subject);
create index single_sign_on_sessions_sid on single_sign_on_sessions (workspace_id, issuer, sid);
alter table single_sign_on_sessions enable row level security;
create policy tenant on single_sign_on_sessions to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert on single_sign_on_sessions to madoguchi_app;
