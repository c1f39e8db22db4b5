-- What the company knows, and what the bot did with it.

create table articles (
  workspace_id text not null references workspaces,
  id text not null,
  slug text not null,
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  locale text not null default 'ja',
  category text not null default '',
  question text not null,
  answer text not null,
  examples text[] not null default '{}',
  external_id text,
  version integer not null default 1,
  helpful_yes integer not null default 0,
  helpful_no integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null default '',
  published_at timestamptz,
  primary key (workspace_id, id),
  -- Translations share their slug.
  unique (workspace_id, locale, slug)
);
create unique index articles_external on articles (workspace_id, external_id) where external_id is not null;
create index articles_recent on articles (workspace_id, updated_at desc, id desc);
create index articles_published on articles (workspace_id, locale, category) where status = 'published';

-- Every saved state, so that what was quoted can be shown as it was.
create table article_versions (
  workspace_id text not null,
  article_id text not null,
  version integer not null,
  question text not null,
  answer text not null,
  category text not null,
  examples text[] not null,
  saved_by text not null,
  saved_at timestamptz not null default now(),
  primary key (workspace_id, article_id, version),
  foreign key (workspace_id, article_id) references articles
);

create table article_imports (
  workspace_id text not null references workspaces,
  id text not null,
  file_name text not null,
  rows jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  applied_at timestamptz,
  result jsonb,
  primary key (workspace_id, id)
);

-- The bot's place in each conversation it handles (see bot.rules.ts).
create table bot_states (
  workspace_id text not null,
  conversation_id text not null,
  state jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations
);

-- Why the bot did what it did: one row per customer message it looked at.
create table bot_steps (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  asked_message_id text not null,
  message_id text,
  at timestamptz not null,
  query text not null,
  query_folded text not null,
  decision text not null,
  why text not null,
  confidence double precision,
  candidates jsonb not null default '[]',
  -- Set when the answer turned out not to help, or no answer was known.
  unanswered boolean not null default false,
  dismissed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, asked_message_id),
  foreign key (workspace_id, conversation_id) references conversations
);
create index bot_steps_by_conversation on bot_steps (workspace_id, conversation_id, at);
create index bot_steps_unanswered on bot_steps (workspace_id, query_folded, at desc) where unanswered and dismissed_at is null;

alter table articles enable row level security;
create policy tenant on articles to madoguchi_app
  using (workspace_id = (select fence_workspace()) and ((select fence_customer()) is null or status = 'published'))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on articles to madoguchi_app;

do $$
declare t text;
begin
  foreach t in array array['article_versions', 'article_imports', 'bot_states'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;

-- An agent sees the bot's reasons only where the conversation itself may be seen.
alter table bot_steps enable row level security;
create policy tenant on bot_steps to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and exists (select from conversations c where c.workspace_id = bot_steps.workspace_id and c.id = bot_steps.conversation_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on bot_steps to madoguchi_app;
