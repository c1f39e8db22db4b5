-- Which article was drafted for a question nobody could answer, by every wording of it.
create table question_articles (
  workspace_id text not null references workspaces,
  -- 'unanswered:' and the SHA-256 of the wording as questions are compared.
  wording text not null,
  article_id text not null,
  primary key (workspace_id, wording),
  foreign key (workspace_id, article_id) references articles
);
insert into question_articles (workspace_id, wording, article_id)
select workspace_id, external_id, id from articles where external_id like 'unanswered:%';

create index bot_steps_unanswered_recent on bot_steps (workspace_id, at desc) where unanswered;

-- Proposals that an editor does not want to see again: two words, as they are compared.
create table ignored_synonyms (
  workspace_id text not null references workspaces,
  asked text not null,
  written text not null,
  ignored_at timestamptz not null,
  primary key (workspace_id, asked, written)
);

do $$
declare t text;
begin
  foreach t in array array['question_articles', 'ignored_synonyms'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;
