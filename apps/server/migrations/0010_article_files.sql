-- Images in articles. Whoever knows the address of one may read it, as articles are public: the directory finds it by its id alone,
-- which has 80 random bits. Everything else about them happens inside the workspace.
create table article_files (
  workspace_id text not null references workspaces,
  id text not null unique,
  name text not null,
  type text not null check (type in ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  size_in_bytes integer not null,
  uploaded_by text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

alter table article_files enable row level security;
create policy tenant on article_files to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert on article_files to madoguchi_app;

create policy directory on article_files for select to madoguchi_directory using (true);
grant select (workspace_id, id, name, type) on article_files to madoguchi_directory;
