-- A workspace may meet its customers under several brands, each with its own look, its own help center and articles of its own.
create table brands (
  workspace_id text not null references workspaces,
  id text not null,
  name text not null check (name <> ''),
  -- Names it in addresses and in exported files.
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(key) <= 40),
  color text not null check (color ~ '^#[0-9a-f]{6}$'),
  -- The file and what it is, by its content; its size in pixels.
  logo_id text unique,
  logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/webp')),
  logo_width integer check (logo_width > 0),
  logo_height integer check (logo_height > 0),
  -- The help center's own domain, in small letters; one host leads to one brand of the whole installation.
  host text unique check (host = lower(host)),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key),
  check (num_nulls(logo_id, logo_type, logo_width, logo_height) in (0, 4))
);
create unique index brands_default on brands (workspace_id) where is_default;

alter table brands enable row level security;
create policy tenant on brands to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on brands to madoguchi_app;
-- A help center is found by its host before any workspace is known.
create policy directory on brands for select to madoguchi_directory using (true);
grant select on brands to madoguchi_directory;

insert into brands (workspace_id, id, name, key, color, is_default, created_at)
select workspace_id, 'brd_' || left(replace(gen_random_uuid()::text, '-', ''), 26), name, 'main', color, true, created_at from workspaces;

-- Null: the default brand.
alter table inboxes add column brand_id text, add foreign key (workspace_id, brand_id) references brands;
grant select (brand_id) on inboxes to madoguchi_directory;

-- Null: for every brand, those to come as well.
alter table articles add column brand_ids text[] check (cardinality(brand_ids) > 0);
create index articles_of_brands on articles (workspace_id, id) where brand_ids is not null;

-- A customer's own connection does not say which brand the customer came to: it sees what is for all of them.
drop policy tenant on articles;
create policy tenant on articles to madoguchi_app
  using (workspace_id = (select fence_workspace())
    and ((select fence_customer()) is null or (status = 'published' and audience = 'public' and brand_ids is null)))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
