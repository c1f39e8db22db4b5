-- How soon a conversation should be looked at, beside the order in which customers came.
alter table conversations add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent'));
