-- Who follows a conversation, and whom a note names.

-- Agents, in the order they began to. On the row itself: every screen that shows a conversation shows them, and views are asked by them.
alter table conversations add column follower_ids text[] not null default '{}';
create index conversations_followed on conversations using gin (follower_ids) where follower_ids <> '{}';

-- [{ kind: agent or team, id, from, to }]: where in the text of a note the name stands, in UTF-16 units.
alter table messages add column mentions jsonb not null default '[]';
