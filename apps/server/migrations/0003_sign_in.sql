-- Accounts of people who sign in. One account may be an agent in several workspaces, so these tables stand outside the tenants:
-- neither fenced role may touch them; only the sign-in part of the room agents does, on a connection of its own.

create table sign_in_accounts (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in_sessions (
  id text primary key,
  account_id text not null references sign_in_accounts on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_sessions_account on sign_in_sessions (account_id);

create table sign_in_methods (
  id text primary key,
  account_id text not null references sign_in_accounts on delete cascade,
  method_account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_methods_account on sign_in_methods (account_id);

create table sign_in_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
