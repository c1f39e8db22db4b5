-- Customers by any part of a name, reading, address or number, without looking at everybody: each of these texts is indexed by its characters and
-- its pairs of characters, which serves 林 and 佐藤 as well as @mail.example. Nothing is kept twice: the index stands on what the rows say.
create function text_grams(t text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  grams text[] := string_to_array(t, null);
begin
  for i in 1 .. length(t) - 1 loop
    grams := grams || (grams[i] || grams[i + 1]);
  end loop;
  return grams;
end $$;
-- What a text must have in which this one stands: its pairs, or its only character.
create function asked_grams(t text) returns text[] language sql immutable strict parallel safe
  return (text_grams(t))[case when length(t) = 1 then 1 else length(t) + 1 end :];

-- Made in half the time with room to sort: a minute for a million addresses.
set local maintenance_work_mem = '256MB';
-- Without the list of what is still to be put in, which every search would have to read through.
create index customers_by_grams on customers using gin (text_grams(name_key || '|' || reading_key || '|' || sound_key)) with (fastupdate = off);
create index identities_by_grams on identities using gin (text_grams(lower(value))) with (fastupdate = off);
create index organizations_by_grams on organizations using gin (text_grams(name_key)) with (fastupdate = off);

-- The customers in whom a word may stand, and the persons into whom they were merged, at most `most` (null: all); some twice, and a few who have its
-- parts in another order: whoever asks looks at the rows themselves. PostgreSQL uses no such index behind a policy, so this function stands outside
-- and keeps to the same fence itself: the workspace, never a customer, and of the narrowed whom they see.
-- written, sound, digits: as searchWords (customers/list) makes them; digits may be null.
create function customers_holding(written text, sound text, digits text, most integer) returns setof text
language plpgsql stable security definer rows 1000
set search_path = public, pg_temp set enable_seqscan = off set jit = off as $$
declare
  ws text := fence_workspace();
  is_narrowed boolean := fence_narrowed() is not null;
  by_name text[] := asked_grams(fold_name(written));
  by_sound text[] := asked_grams(fold_sound(sound));
  by_value text[] := asked_grams(lower(written));
  by_digits text[] := asked_grams(digits);
begin
  if ws is null or fence_customer() is not null then return; end if;
  -- A word of marks alone (「・」, 「ー」) is nothing when it is compared, and stands in everybody.
  if '{}' in (by_name, by_sound) then
    return query select c.id from customers c where c.workspace_id = ws and (not is_narrowed or fence_person(ws, c.id)) limit most;
    return;
  end if;
  -- Planned for these very parts, each time.
  return query execute '
    with found as (
      select c.id from customers c where c.workspace_id = $1
        and (text_grams(c.name_key || ''|'' || c.reading_key || ''|'' || c.sound_key) @> $2
          or text_grams(c.name_key || ''|'' || c.reading_key || ''|'' || c.sound_key) @> $3)
      union all
      select i.customer_id from identities i where i.workspace_id = $1
        and (text_grams(lower(i.value)) @> $4 or ($5 is not null and text_grams(lower(i.value)) @> $5))
      union all
      select c.id from organizations g join customers c on c.workspace_id = g.workspace_id and c.organization_id = g.id
        where g.workspace_id = $1 and text_grams(g.name_key) @> $2)
    select one.id from (
      select f.id from found f
      union all
      select c.person_id from customers c where c.workspace_id = $1 and c.merged_into is not null and c.id in (select f.id from found f)) one
    where not $6 or fence_person($1, one.id) limit $7'
    using ws, by_name, by_sound, by_value, by_digits, is_narrowed, most;
end $$;
revoke all on function customers_holding(text, text, text, integer) from public;
grant execute on function customers_holding(text, text, text, integer) to madoguchi_app;
