-- Words of one company that mean the same: whoever asks with one finds what is written with another.
create table synonyms (
  workspace_id text not null references workspaces,
  id text not null,
  words text[] not null check (cardinality(words) between 2 and 20),
  -- The words as they are compared, so that none stands in two groups.
  folded text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index synonyms_by_word on synonyms using gin (folded);

alter table synonyms enable row level security;
create policy tenant on synonyms to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on synonyms to madoguchi_app;
