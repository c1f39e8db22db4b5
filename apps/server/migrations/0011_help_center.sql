-- What the help center's readers did, by day, so that frequent questions become the FAQ by themselves. Nobody in particular is in here.
alter table articles add column pinned_at timestamptz;
create index articles_pinned on articles (workspace_id, locale, pinned_at) where pinned_at is not null;

create table article_views (
  workspace_id text not null,
  article_id text not null,
  day date not null,
  views integer not null default 0,
  -- Of these, those that came from the search page.
  from_search integer not null default 0,
  helpful_yes integer not null default 0,
  helpful_no integer not null default 0,
  primary key (workspace_id, article_id, day),
  foreign key (workspace_id, article_id) references articles
);
create index article_views_by_day on article_views (workspace_id, day);

-- What was searched for, as it is compared. Texts that look like a person's data never come here.
create table help_searches (
  workspace_id text not null references workspaces,
  query text not null check (char_length(query) <= 100),
  locale text not null,
  day date not null,
  count integer not null,
  -- The most articles it found that day.
  hits integer not null,
  last_at timestamptz not null,
  primary key (workspace_id, day, locale, query)
);

create index bot_steps_by_time on bot_steps (workspace_id, at);

do $$
declare t text;
begin
  foreach t in array array['article_views', 'help_searches'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;
