-- Orders and contracts name no customer of ours: whose they are, proven addresses say. So whoever sees few conversations sees those that the people in
-- them proved to be theirs; the fence of the identities, which are looked up here with the viewer's own eyes, does the rest. (Erased ones are nobody's.)
create policy sight on orders as restrictive to madoguchi_narrowed using (
  exists (select from identities i where i.workspace_id = orders.workspace_id and i.verified_at is not null and i.kind = 'email' and i.value = orders.buyer_email)
  or exists (select from identities i where i.workspace_id = orders.workspace_id and i.verified_at is not null and i.kind = 'phone' and i.value = orders.buyer_phone)
  or exists (select from identities i where i.workspace_id = orders.workspace_id and i.verified_at is not null and i.kind = 'external' and i.value = orders.buyer_external))
  with check (true);
create policy sight on contracts as restrictive to madoguchi_narrowed using (
  exists (select from identities i where i.workspace_id = contracts.workspace_id and i.verified_at is not null and i.kind = 'email' and i.value = contracts.holder_email)
  or exists (select from identities i where i.workspace_id = contracts.workspace_id and i.verified_at is not null and i.kind = 'phone' and i.value = contracts.holder_phone)
  or exists (select from identities i where i.workspace_id = contracts.workspace_id and i.verified_at is not null and i.kind = 'external' and i.value = contracts.holder_external)
  or (contracts.holder_domain <> '' and exists (
    select from organizations o join customers c on c.workspace_id = o.workspace_id and c.organization_id = o.id
    where o.workspace_id = contracts.workspace_id and contracts.holder_domain = any (o.domains))))
  with check (true);

-- What hangs on an order, and on a return.
create policy sight on shipments as restrictive to madoguchi_narrowed
  using (exists (select from orders o where o.workspace_id = shipments.workspace_id and o.source = shipments.source and o.external_id = shipments.order_external_id))
  with check (true);
create policy sight on returns as restrictive to madoguchi_narrowed
  using (exists (select from orders o where o.workspace_id = returns.workspace_id and o.source = returns.source and o.external_id = returns.order_external_id))
  with check (true);
create policy sight on return_steps as restrictive to madoguchi_narrowed
  using (exists (select from returns r where r.workspace_id = return_steps.workspace_id and r.id = return_steps.return_id))
  with check (true);
