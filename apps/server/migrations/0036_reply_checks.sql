-- What replies are looked over for: rules that a workspace turned off, and words that it does not want said.
create table reply_check_settings (
  workspace_id text primary key references workspaces,
  rules_off text[] not null default '{}'
);

create table company_words (
  workspace_id text not null references workspaces,
  id text not null,
  word text not null,
  instead text not null,
  remark text not null,
  weight text not null check (weight in ('warning', 'hint')),
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index company_words_once on company_words (workspace_id, lower(word));

do $$
declare t text;
begin
  foreach t in array array['reply_check_settings', 'company_words'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;
