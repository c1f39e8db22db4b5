-- What customers bought and have contracts for, as shops tell it. Whose it is nobody writes down: it is asked of the addresses that customers proved,
-- so that a proof, a merge or its undoing needs nothing done here.

create table orders (
  workspace_id text not null references workspaces,
  id text not null,
  -- Of which shop, and what it calls the order: once each.
  source text not null,
  external_id text not null,
  number text not null,
  -- The number as it is looked for: folded, letters and digits alone; and without the letters.
  number_key text collate "C" not null,
  number_digits text collate "C" not null,
  state text not null check (state in ('placed', 'paid', 'shipped', 'delivered', 'cancelled')),
  buyer_external text not null default '',
  buyer_name text not null default '',
  buyer_email text not null default '',
  buyer_phone text not null default '',
  -- Who bought was erased, and does not come back with the shop's next word.
  erased_at timestamptz,
  placed_at timestamptz not null,
  currency text not null,
  total numeric(16, 3) not null,
  lines jsonb not null,
  url text not null default '',
  -- By the shop's clock. What is older changes nothing.
  updated_at timestamptz not null,
  digest text not null,
  synced_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
create index orders_by_number on orders (workspace_id, number_key);
create index orders_by_digits on orders (workspace_id, number_digits) where number_digits <> number_key;
create index orders_by_time on orders (workspace_id, placed_at desc, id desc);
create index orders_by_email on orders (workspace_id, buyer_email) where buyer_email <> '';
create index orders_by_phone on orders (workspace_id, buyer_phone) where buyer_phone <> '';
create index orders_by_external on orders (workspace_id, buyer_external) where buyer_external <> '';

-- Parcels and returns may be heard of before their order: they name it as the shop does.
create table shipments (
  workspace_id text not null references workspaces,
  id text not null,
  source text not null,
  order_external_id text not null,
  external_id text not null,
  carrier text not null check (carrier in ('yamato', 'sagawa', 'japan_post', 'other')),
  carrier_name text not null,
  tracking_number text not null,
  tracking_key text collate "C" not null,
  tracking_url text not null,
  state text not null check (state in ('preparing', 'shipped', 'delivered', 'came_back')),
  shipped_at timestamptz,
  delivered_at timestamptz,
  updated_at timestamptz not null,
  digest text not null,
  primary key (workspace_id, id),
  unique (workspace_id, source, order_external_id, external_id)
);
create index shipments_by_tracking on shipments (workspace_id, tracking_key) where tracking_key <> '';

create table returns (
  workspace_id text not null references workspaces,
  id text not null,
  source text not null,
  order_external_id text not null,
  external_id text not null,
  state text not null check (state in ('requested', 'approved', 'refused', 'received', 'refunded', 'exchanged')),
  wish text not null check (wish in ('refund', 'exchange')),
  reason text not null,
  lines jsonb not null,
  amount numeric(16, 3),
  opened_by text not null check (opened_by in ('desk', 'shop')),
  requested_at timestamptz not null,
  updated_at timestamptz not null,
  digest text not null,
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
create index returns_by_order on returns (workspace_id, source, order_external_id);
create index returns_by_time on returns (workspace_id, requested_at desc, id desc);

-- How a return came to where it is.
create table return_steps (
  workspace_id text not null references workspaces,
  return_id text not null,
  seq integer not null,
  state text not null,
  note text not null,
  by_name text not null,
  at timestamptz not null,
  primary key (workspace_id, return_id, seq),
  foreign key (workspace_id, return_id) references returns on delete cascade
);

create table contracts (
  workspace_id text not null references workspaces,
  id text not null,
  source text not null,
  external_id text not null,
  -- The plan, as promises and calendars ask for it.
  name text not null,
  holder_external text not null default '',
  holder_name text not null default '',
  holder_email text not null default '',
  holder_phone text not null default '',
  -- Everybody of the organization that owns this e-mail domain is covered.
  holder_domain text not null default '',
  erased_at timestamptz,
  starts_at timestamptz not null,
  ends_at timestamptz,
  entitlements jsonb not null,
  updated_at timestamptz not null,
  digest text not null,
  primary key (workspace_id, id),
  unique (workspace_id, source, external_id)
);
create index contracts_by_email on contracts (workspace_id, holder_email) where holder_email <> '';
create index contracts_by_phone on contracts (workspace_id, holder_phone) where holder_phone <> '';
create index contracts_by_external on contracts (workspace_id, holder_external) where holder_external <> '';
create index contracts_by_domain on contracts (workspace_id, holder_domain) where holder_domain <> '';
create index contracts_by_time on contracts (workspace_id, starts_at desc, id desc);

create table shop_connections (
  workspace_id text not null references workspaces,
  id text not null,
  -- The part of the address that the shop posts to: random, and found across workspaces.
  key text not null unique,
  kind text not null check (kind in ('generic', 'shopify')),
  name text not null,
  source text not null,
  -- Sealed.
  secret bytea not null,
  last_sync_at timestamptz,
  trouble text,
  trouble_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, source)
);

-- What a shop sent, before anybody understood it. The body goes when it was taken in.
create table shop_payloads (
  workspace_id text not null references workspaces,
  id text not null,
  connection_id text not null,
  external_id text not null,
  topic text not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'ignored', 'failed', 'asks')),
  tries integer not null default 0,
  problem text,
  body bytea not null,
  received_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, connection_id, external_id),
  foreign key (workspace_id, connection_id) references shop_connections on delete cascade
);
alter table shop_payloads alter column body set storage external;
create index shop_payloads_waiting on shop_payloads (workspace_id, connection_id, received_at, id) where state = 'waiting';
create index shop_payloads_unread on shop_payloads (workspace_id, connection_id) where state in ('failed', 'asks');
create index shop_payloads_by_time on shop_payloads (workspace_id, connection_id, received_at desc, id desc);

do $$
declare t text;
begin
  foreach t in array array['orders', 'shipments', 'returns', 'return_steps', 'contracts', 'shop_connections', 'shop_payloads'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I to madoguchi_app
      using (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)
      with check (workspace_id = (select fence_workspace()) and (select fence_customer()) is null)', t);
    execute format('grant select, insert, update, delete on %I to madoguchi_app', t);
  end loop;
end $$;

-- A hook knows its key alone, and the lane looks for work across workspaces before it knows one.
create policy directory on shop_connections for select to madoguchi_directory using (true);
grant select (workspace_id, id, key) on shop_connections to madoguchi_directory;
create policy directory on shop_payloads for select to madoguchi_directory using (true);
grant select (workspace_id, connection_id, state) on shop_payloads to madoguchi_directory;

-- Takes out of these orders who bought and what was written about it: when, what and how much stay, as reports add them up.
create function forget_buyers(ws text, ids text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update return_steps s set note = '' from returns r, orders o
  where o.workspace_id = ws and o.id = any(ids) and r.workspace_id = ws and r.source = o.source and r.order_external_id = o.external_id
    and s.workspace_id = ws and s.return_id = r.id;
  update returns r set reason = '' from orders o
  where o.workspace_id = ws and o.id = any(ids) and r.workspace_id = ws and r.source = o.source and r.order_external_id = o.external_id;
  update shipments p set tracking_number = '', tracking_key = '', tracking_url = '' from orders o
  where o.workspace_id = ws and o.id = any(ids) and p.workspace_id = ws and p.source = o.source and p.order_external_id = o.external_id;
  update orders set buyer_external = '', buyer_name = '', buyer_email = '', buyer_phone = '', erased_at = now()
  where workspace_id = ws and id = any(ids);
end $$;
revoke all on function forget_buyers(text, text[]) from public;

-- The same for the product at work in its own workspace: a shop asks for it.
create function forget_buyers_here(ids text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if fence_workspace() is null or fence_customer() is not null then raise exception 'only a workspace forgets buyers'; end if;
  perform forget_buyers(fence_workspace(), ids);
end $$;
revoke all on function forget_buyers_here(text[]) from public;
grant execute on function forget_buyers_here(text[]) to madoguchi_app;

-- A person is erased one address after the other: what was bought with it goes along, unless it is somebody else who proved that address.
create function commerce_forget_identity() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.verified_at is not null or not exists (select from identities i where i.workspace_id = old.workspace_id and i.kind = old.kind
    and i.value = old.value and i.verified_at is not null) then
    perform forget_buyers(old.workspace_id, coalesce((select array_agg(o.id) from orders o where o.workspace_id = old.workspace_id and (
      (old.kind = 'email' and o.buyer_email = old.value) or (old.kind = 'phone' and o.buyer_phone = old.value)
      or (old.kind = 'external' and o.buyer_external = old.value))), '{}'));
    update contracts c set holder_external = '', holder_name = '', holder_email = '', holder_phone = '', erased_at = now()
    where c.workspace_id = old.workspace_id and (
      (old.kind = 'email' and c.holder_email = old.value) or (old.kind = 'phone' and c.holder_phone = old.value)
      or (old.kind = 'external' and c.holder_external = old.value));
  end if;
  if old.kind <> 'visitor' and length(old.value) >= 6 then
    delete from shop_payloads p where p.workspace_id = old.workspace_id
      and position(convert_to(regexp_replace(old.value, '^\+', ''), 'UTF8') in p.body) > 0;
  end if;
  return null;
end $$;
create trigger commerce_forget_identity after update of source on identities for each row
  when (new.source = 'erased' and old.source <> 'erased') execute function commerce_forget_identity();
