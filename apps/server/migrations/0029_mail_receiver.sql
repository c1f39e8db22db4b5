-- Mail that is brought to this server itself: the address an inbox has mail brought to, for as long as it is set so.
alter table channel_settings
  add column receiver_address text generated always as (
    case when settings ->> 'receiving' = 'receiver' then lower(settings ->> 'address') end
  ) stored;
create index channel_settings_receiver on channel_settings (receiver_address) where receiver_address is not null;
grant select (receiver_address) on channel_settings to madoguchi_directory;

-- Addresses of a mailbox, each with words of its own; what one has none of is said as the inbox's settings say. The main address has a row
-- only where it has words that the settings do not know.
create table mail_addresses (
  workspace_id text not null,
  inbox_id text not null,
  address text not null check (address = lower(address)),
  position integer not null,
  name text not null default '',
  signature text not null default '',
  -- By language: { ja: { subject, text }, en: … }
  acknowledgements jsonb not null default '{}',
  primary key (workspace_id, inbox_id, address),
  foreign key (workspace_id, inbox_id) references inboxes on delete cascade
);
create index mail_addresses_address on mail_addresses (address);
alter table mail_addresses enable row level security;
create policy tenant on mail_addresses to madoguchi_app
  using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null
    and inbox_id = any (coalesce((select fence_inboxes()), array[inbox_id])))
  with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null);
grant select, insert, update, delete on mail_addresses to madoguchi_app;
create policy directory on mail_addresses for select to madoguchi_directory using (true);
grant select (workspace_id, inbox_id, address) on mail_addresses to madoguchi_directory;

-- They were a line of text among the settings.
insert into mail_addresses (workspace_id, inbox_id, address, position)
select s.workspace_id, s.inbox_id, lower(one.address), min(one.place)
from channel_settings s
join inboxes i on i.workspace_id = s.workspace_id and i.id = s.inbox_id and i.channel = 'email'
cross join lateral regexp_split_to_table(s.settings ->> 'otherAddresses', '[\s,、]+') with ordinality as one (address, place)
where one.address ~ '^[^\s@<>"]+@[^\s@<>"]+$' and lower(one.address) <> lower(coalesce(s.settings ->> 'address', ''))
group by s.workspace_id, s.inbox_id, lower(one.address);
update channel_settings set settings = settings - 'otherAddresses' where settings ? 'otherAddresses';
