-- Passkeys (WebAuthn) of accounts: like passwords they stand outside the tenants, where no fenced role may look. `id`: the credential id,
-- in base64url. The counter rises with every use, where the device has one; one that falls is a copy.
create table sign_in_passkeys (
  id text primary key,
  account_id text not null references sign_in_accounts on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  -- It comes along to other devices of the same person.
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index sign_in_passkeys_account on sign_in_passkeys (account_id, created_at);
