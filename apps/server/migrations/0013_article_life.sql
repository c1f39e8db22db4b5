-- The life of an article: who looks after it, who is asked to look at it, when it comes and goes, whom it is for, where it was before.
alter table articles
  add column audience text not null default 'public' check (audience in ('public', 'internal')),
  -- A draft that waits for somebody to look at it and publish it.
  add column review_requested_at timestamptz,
  add column review_requested_by text,
  -- Carried out by a job; what is published is what is saved by then.
  add column publish_at timestamptz check (publish_at is null or status = 'draft'),
  add column archive_at timestamptz check (archive_at is null or status <> 'archived'),
  add column owner_agent_id text,
  -- How often somebody checks that it is still true, and when next.
  add column check_every_days integer check (check_every_days in (30, 90, 180, 365)),
  add column check_due_at timestamptz,
  -- Of a translation: the version of the original that it says. Translations share their slug; the original is the one written first.
  add column source_version integer,
  add foreign key (workspace_id, owner_agent_id) references agents,
  add check ((review_requested_at is null) = (review_requested_by is null)),
  add check ((check_every_days is null) = (check_due_at is null));

create index articles_check_due on articles (workspace_id, check_due_at) where check_due_at is not null;

update articles a set source_version = case when a.updated_at >= s.updated_at then s.version else s.version - 1 end
from articles s
where s.workspace_id = a.workspace_id and s.slug = a.slug and s.locale <> a.locale and (s.created_at, s.id) < (a.created_at, a.id);

-- Customers' own connections see what is published for them and nothing else.
drop policy tenant on articles;
create policy tenant on articles to madoguchi_app
  using (workspace_id = (select fence_workspace())
    and ((select fence_customer()) is null or (status = 'published' and audience = 'public')))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);

-- Addresses under which published articles were found before.
create table article_slugs (
  workspace_id text not null,
  locale text not null,
  slug text not null,
  article_id text not null,
  primary key (workspace_id, locale, slug),
  foreign key (workspace_id, article_id) references articles
);
alter table article_slugs enable row level security;
create policy tenant on article_slugs to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on article_slugs to madoguchi_app;

-- Where the categories of a language stand in the help center. A category is there because articles name it; a row gives it a place, or
-- keeps one that is still empty.
create table article_categories (
  workspace_id text not null references workspaces,
  locale text not null,
  name text not null check (name <> ''),
  parent text check (parent <> name),
  position integer not null,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, locale, name),
  foreign key (workspace_id, locale, parent) references article_categories (workspace_id, locale, name) deferrable initially deferred
);
alter table article_categories enable row level security;
create policy tenant on article_categories to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on article_categories to madoguchi_app;
