-- What a company wants to know of every conversation, and when it is asked for.

alter table attribute_definitions
  drop constraint attribute_definitions_subject_check,
  drop constraint attribute_definitions_kind_check,
  add constraint attribute_definitions_subject_check check (subject in ('customer', 'organization', 'conversation')),
  add constraint attribute_definitions_kind_check
    check (kind in ('text', 'long_text', 'number', 'date', 'choice', 'choices', 'yes_no', 'link')),
  add column label_en text not null default '',
  add column help text not null default '',
  add column help_en text not null default '',
  add column required boolean not null default false,
  -- [{ on, key, oneOf }], all of which must be true.
  add column shown_when jsonb not null default '[]',
  add column required_when jsonb not null default '[]';

-- By the key of their definition, as text in the form of its kind. On the row itself: whoever may see the conversation sees them, and nobody else.
alter table conversations add column fields jsonb not null default '{}';
create index conversations_by_field on conversations using gin (fields jsonb_path_ops) where fields <> '{}';

-- A person who is erased leaves no word in a field.
create function forget_fields() returns trigger language plpgsql as $$
begin
  update conversations set fields = '{}' where workspace_id = new.workspace_id and customer_id = new.id and fields <> '{}';
  return null;
end $$;
create trigger forget_fields after update of erased_at on customers for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_fields();
