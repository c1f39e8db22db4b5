-- Real questions whose right answer is known: what the bot is measured with, and what an edit is tried against before it goes out.
create table checked_questions (
  workspace_id text not null references workspaces,
  id text not null,
  question text not null check (question <> ''),
  -- As questions are compared: widths, cases and punctuation aside.
  key text not null check (key <> ''),
  -- Null: rightly answered by a person only.
  article_id text,
  source text not null check (source in ('solved', 'agent', 'editor', 'import')),
  -- Where it was asked; null when it was typed in.
  conversation_id text,
  -- What an editor typed in stands beside what a conversation told: an editor may not be allowed to see, or change, the latter.
  typed boolean not null generated always as (conversation_id is null) stored,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key, typed),
  foreign key (workspace_id, article_id) references articles,
  foreign key (workspace_id, conversation_id) references conversations
);
create index checked_questions_recent on checked_questions (workspace_id, created_at desc, id desc);
create index checked_questions_of_article on checked_questions (workspace_id, article_id) where article_id is not null;

-- A customer's words are seen where the conversation may be seen.
alter table checked_questions enable row level security;
create policy tenant on checked_questions to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and (conversation_id is null or exists (
      select from conversations c where c.workspace_id = checked_questions.workspace_id and c.id = checked_questions.conversation_id)))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on checked_questions to madoguchi_app;

-- The articles an agent put into a reply: what the customer's question was really about.
alter table messages add column article_ids text[] not null default '{}';

-- What share of the bot's answers must be right; the bot is as bold as that allows.
alter table workspaces add column answers_right double precision not null default 0.9 check (answers_right between 0.8 and 0.99);

-- How far the shipped confidence holds here, and how sure the bot must be for the share that is wanted: fitted to checked questions.
create table bot_policies (
  workspace_id text primary key references workspaces,
  slope double precision not null,
  "offset" double precision not null,
  bar double precision not null,
  -- How many questions it was fitted to.
  judged integer not null,
  -- How many checked questions there were then.
  known integer not null,
  fitted_at timestamptz not null
);
alter table bot_policies enable row level security;
create policy tenant on bot_policies to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on bot_policies to madoguchi_app;
