-- An optional embedding model: where it is, and the vectors of the articles. Without a row nothing is ever sent out.
create table embedding_settings (
  workspace_id text primary key references workspaces,
  url text not null,
  model text not null,
  -- Sealed with the key of the installation; null: none.
  key bytea,
  enabled boolean not null default false,
  -- How long a customer's question may wait for its vector.
  time_limit_ms integer not null default 1500,
  -- Per million tokens, in the currency of model_settings; null: not known.
  price double precision,
  updated_at timestamptz not null default now()
);

-- The vectors of one model. The set in use answers while another is made; that takes its place when it is whole.
create table vector_sets (
  workspace_id text not null references workspaces,
  id text not null,
  url text not null,
  model text not null,
  -- Numbers in a vector; null until the first came.
  width integer check (width > 0),
  in_use boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  check (width is not null or not in_use)
);
create unique index vector_sets_in_use on vector_sets (workspace_id) where in_use;

create table article_vectors (
  workspace_id text not null,
  set_id text not null,
  article_id text not null,
  -- 0: the question and its examples; 1…: pieces of the answer.
  part integer not null check (part >= 0),
  -- SHA-256 of the text that was embedded.
  text_hash text not null,
  -- 32-bit floats, little-endian, of length 1 together.
  vector bytea not null,
  primary key (workspace_id, set_id, article_id, part),
  foreign key (workspace_id, set_id) references vector_sets on delete cascade,
  foreign key (workspace_id, article_id) references articles on delete cascade
);

-- Who is embedding the articles at the moment, and what went wrong last.
create table embedding_state (
  workspace_id text primary key references workspaces,
  -- The process at work; it renews its claim with every batch, and a dead one loses it in time.
  claimed_by text,
  claimed_until timestamptz,
  failure text,
  detail text,
  failed_at timestamptz
);

do $$
declare t text;
begin
  foreach t in array array['embedding_settings', 'vector_sets', 'article_vectors', 'embedding_state'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
  end loop;
end $$;
grant select, insert, update on embedding_settings, embedding_state to madoguchi_app;
grant select, insert, update, delete on vector_sets, article_vectors to madoguchi_app;
