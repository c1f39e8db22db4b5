-- Signing in by the company's own identity provider (OpenID Connect): one provider for a workspace.
create table single_sign_on (
  workspace_id text primary key references workspaces,
  issuer text not null,
  client_id text not null,
  -- Sealed with the key of the installation; null: a public client, which proves itself by PKCE alone.
  client_secret bytea,
  -- What the button says, e.g. the name of the provider.
  label text not null,
  name_claim text not null,
  locale_claim text not null,
  groups_claim text not null,
  -- [{ group, role }]; empty: roles are given by hand.
  roles jsonb not null default '[]',
  makes_agents boolean not null default false,
  team_ids text[] not null default '{}',
  asks_second_step boolean not null default false,
  enabled boolean not null default false,
  required boolean not null default false,
  -- When the whole round last went well with these settings; null since they were changed.
  tested_at timestamptz,
  last_test jsonb,
  updated_at timestamptz not null,
  check (not required or (enabled and tested_at is not null))
);

-- Whose addresses come by it. One domain leads to one workspace of the installation.
create table single_sign_on_domains (
  workspace_id text not null references workspaces,
  domain text not null unique,
  primary key (workspace_id, domain)
);

-- Who somebody is at the provider. Made once, by a verified address or by the agent; from then on the subject alone counts.
create table single_sign_on_links (
  workspace_id text not null,
  issuer text not null,
  subject text not null,
  agent_id text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (workspace_id, issuer, subject),
  unique (workspace_id, issuer, agent_id),
  foreign key (workspace_id, agent_id) references agents
);

do $$
declare t text;
begin
  foreach t in array array['single_sign_on', 'single_sign_on_domains', 'single_sign_on_links'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
  end loop;
end $$;
grant select, insert, update on single_sign_on to madoguchi_app;
grant select, insert, delete on single_sign_on_domains to madoguchi_app;
grant select, insert, update, delete on single_sign_on_links to madoguchi_app;

-- The page for signing in asks before anybody is known.
create policy directory on single_sign_on for select to madoguchi_directory using (true);
grant select (workspace_id, label, enabled) on single_sign_on to madoguchi_directory;
create policy directory on single_sign_on_domains for select to madoguchi_directory using (true);
grant select on single_sign_on_domains to madoguchi_directory;
