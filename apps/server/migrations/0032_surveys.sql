-- How customers are asked whether they were content: the workspace's way (inbox_id ''), and those of inboxes that have their own.
create table survey_settings (
  workspace_id text not null references workspaces,
  inbox_id text not null default '',
  settings jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, inbox_id)
);
alter table survey_settings enable row level security;
create policy tenant on survey_settings to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on survey_settings to madoguchi_app;

-- A customer was asked about a conversation, once; and what they said. The rating that stands is the last one of the day after the first.
create table surveys (
  workspace_id text not null,
  id text not null,
  conversation_id text not null,
  inbox_id text not null,
  -- Whose work it is about; null where the bot did it alone.
  agent_id text,
  scale text not null check (scale in ('five', 'two')),
  asks_comment boolean not null,
  asked_at timestamptz not null,
  rating integer check (rating between 1 and 5),
  -- When it was first answered, and when the rating that stands was given.
  answered_at timestamptz,
  rated_at timestamptz,
  comment text,
  -- The message that became the comment, so that it is one however often it comes.
  comment_external_id text,
  comment_declined_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, inbox_id) references inboxes,
  foreign key (workspace_id, agent_id) references agents,
  check ((rating is null) = (answered_at is null) and (rating is null) = (rated_at is null))
);
create index surveys_by_time on surveys (workspace_id, asked_at desc, id desc);

-- Every press of a rating as it came, so that one that is late or comes twice changes nothing.
create table survey_choices (
  workspace_id text not null,
  survey_id text not null,
  external_id text not null,
  rating integer not null check (rating between 1 and 5),
  at timestamptz not null,
  primary key (workspace_id, survey_id, external_id),
  foreign key (workspace_id, survey_id) references surveys on delete cascade
);

alter table surveys enable row level security;
create policy tenant on surveys to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update on surveys to madoguchi_app;

alter table survey_choices enable row level security;
create policy tenant on survey_choices to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and exists (select from surveys s where s.workspace_id = survey_choices.workspace_id and s.id = survey_choices.survey_id))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert on survey_choices to madoguchi_app;
