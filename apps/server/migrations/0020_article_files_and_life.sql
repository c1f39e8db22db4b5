-- Which articles show which images, so that those of internal articles are kept from everybody else. Told from the answers as they are now.
create table article_file_uses (
  workspace_id text not null,
  file_id text not null,
  article_id text not null,
  primary key (workspace_id, file_id, article_id),
  foreign key (workspace_id, article_id) references articles
);
create index article_file_uses_by_article on article_file_uses (workspace_id, article_id);

alter table article_file_uses enable row level security;
create policy tenant on article_file_uses to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, delete on article_file_uses to madoguchi_app;

insert into article_file_uses (workspace_id, file_id, article_id)
select distinct a.workspace_id, shown[1], a.id
from articles a, regexp_matches(a.answer, 'fil_[0-9a-z]{26}', 'g') shown;

-- Here and not in the rooms, because an answer has many ways to change: editors, imports, restored versions, translations.
create function note_article_files() returns trigger language plpgsql as $$
begin
  delete from article_file_uses where workspace_id = new.workspace_id and article_id = new.id;
  if strpos(new.answer, 'fil_') > 0 then
    insert into article_file_uses (workspace_id, file_id, article_id)
    select distinct new.workspace_id, shown[1], new.id from regexp_matches(new.answer, 'fil_[0-9a-z]{26}', 'g') shown;
  end if;
  return null;
end $$;
create trigger note_files_of_new after insert on articles for each row
  when (strpos(new.answer, 'fil_') > 0) execute function note_article_files();
create trigger note_files after update of answer on articles for each row
  when (old.answer is distinct from new.answer) execute function note_article_files();

-- What happened to articles beside their words, for the history of one. Ratings and saves, which are many, are not among them.
create index events_article_life on events (workspace_id, position) where name in (
  'article.created', 'article.published', 'article.unpublished', 'article.archived', 'article.restored', 'article.pinned', 'article.moved',
  'article.audience_changed', 'article.brands_changed', 'article.review_requested', 'article.review_withdrawn', 'article.scheduled',
  'article.schedule_missed', 'article.checked');
