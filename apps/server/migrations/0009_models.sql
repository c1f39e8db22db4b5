-- An optional language model: where it is, and what was asked of it. Without a row nothing is ever sent out.
create table model_settings (
  workspace_id text primary key references workspaces,
  chat_url text not null,
  chat_model text not null,
  -- Sealed with the key of the installation; null: none.
  chat_key bytea,
  chat_enabled boolean not null default false,
  time_limit_ms integer not null default 8000,
  price_in double precision,
  price_out double precision,
  currency text not null default 'JPY',
  updated_at timestamptz not null default now()
);

create table model_calls (
  workspace_id text not null references workspaces,
  id text not null,
  at timestamptz not null,
  purpose text not null,
  model text not null,
  ms integer not null,
  tokens_in integer not null default 0,
  tokens_out integer not null default 0,
  -- At the price of that day; null: no price was set.
  cost double precision,
  currency text not null,
  outcome text not null check (outcome in ('ok', 'timeout', 'refused', 'error', 'unmatched', 'bad_answer')),
  conversation_id text,
  -- Counts and reasons only: no words of a customer, no key.
  trace jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index model_calls_recent on model_calls (workspace_id, at desc);

-- Where the words of a bot's answer came from; null before this was kept, and for steps that quoted nothing.
alter table bot_steps add column composed jsonb;

do $$
declare t text;
begin
  foreach t in array array['model_settings', 'model_calls'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
  end loop;
end $$;
grant select, insert, update on model_settings to madoguchi_app;
grant select, insert on model_calls to madoguchi_app;
