-- How customers sound: what a message's words say of it, and how the conversation stands by the last one that said anything.

alter table messages add column mood text check (mood in ('angry', 'displeased'));

-- With the words that spoke for it, the weightiest first. Null: nothing spoke for it, it is over, or a person said that it is not so.
alter table conversations add column mood text check (mood in ('angry', 'displeased'));
alter table conversations add column mood_words text[] not null default '{}';
create index conversations_in_mood on conversations (workspace_id, mood, waiting_since, id) where mood is not null and status in ('open', 'waiting');

create function erase_in_mood(ws text, talks text[], people text[]) returns void language sql set search_path = public, pg_temp as $$
  update messages set mood = null where workspace_id = ws and mood is not null
    and (conversation_id = any(talks) or (author_kind = 'customer' and author_id = any(people)));
  update conversations set mood = null, mood_words = '{}' where workspace_id = ws and mood is not null
    and (id = any(talks) or customer_id = any(people));
$$;
