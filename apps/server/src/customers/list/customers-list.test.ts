import type { CustomerFilter } from '@madoguchi/contract/customers.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { type Ctx, makeCtx } from '../../platform/ctx.ts';
import { claimIdentity, findOrCreateCustomer } from '../customers.commands.ts';
import { mergeCustomers } from '../merges/merges.commands.ts';
import { anywhere, searchWords } from './customer-filter.rules.ts';
import { countCustomers, listCustomers } from './customers-list.queries.ts';

const { system, suzuki, platform, workspaceId, clock, visitor } = await stage();

const NAMES = [
  ['佐藤 花子', 'さとう はなこ'],
  ['佐々木 健', 'ササキ ケン'],
  ['林', 'はやし'],
  ['長谷川 由美子', 'はせがわ ゆみこ'],
  ['相馬 京子', 'ソウマ キョウコ'],
  ['ﾊｯﾄﾘ ｼﾞｭﾝ', ''],
  ['高橋100%_\\', ''],
  ['Émile Zola', ''],
  ['Emma O’Miller', ''],
  ['カフェ・ラ・テ 担当', 'かふぇらて'],
  ['𠮷野家 👩‍💻', 'よしのや'],
  ['', ''],
] as const;
const VALUES = ['hanako.sato@mail.example', 'EMMA_MILLER@Post.example', 'k-sasaki+tea@mail.example', '山田@例え.example', 'M-20418'];

/** More people than are looked at one by one, so that some words mean few and others many. Every seventh was merged into the one before. */
const PEOPLE = 2600;
await system.transaction(async (tx) => {
  await sql`
    insert into organizations (workspace_id, id, name, reading, created_at)
    select ${workspaceId}, 'org_' || lpad(n::text, 26, '0'), (array['株式会社 花月', 'Ōta Tea Ltd.', '第一商会'])[n], (array['かげつ', '', 'だいいち'])[n], now()
    from generate_series(1, 3) n`.execute(tx);
  await sql`
    insert into customers (workspace_id, id, name, reading, organization_id, merged_into, created_at, last_seen_at)
    select ${workspaceId}, 'cus_' || lpad(n::text, 26, '0'), coalesce(x.names->(n % 13)->>0, ''), coalesce(x.names->(n % 13)->>1, ''),
      case when n % 11 = 0 then 'org_' || lpad((1 + n % 3)::text, 26, '0') end, case when n % 7 = 0 then 'cus_' || lpad((n - 1)::text, 26, '0') end,
      timestamptz '2026-01-01' + n / 3 * interval '1 minute', case when n % 17 > 0 then now() end
    from generate_series(1, ${PEOPLE}::int) n, (select ${JSON.stringify(NAMES)}::jsonb as names) x`.execute(tx);
  await sql`
    insert into identities (workspace_id, id, customer_id, kind, value, source)
    select ${workspaceId}, 'ida_' || right(c.id, 26), c.id, case when n % 5 < 3 then 'email' else 'external' end, n / 100 || (${VALUES}::text[])[1 + n % 5], 'form'
    from customers c, lateral (select right(c.id, 8)::int as n) x where n % 2 = 0
    union all
    select ${workspaceId}, 'idb_' || right(c.id, 26), c.id, (array['phone', 'whatsapp', 'visitor'])[1 + n % 3], '+8190' || lpad((n * 7919 % 100000000)::text, 8, '0'), 'form'
    from customers c, lateral (select right(c.id, 8)::int as n) x where n % 4 = 1`.execute(tx);
});

/** Whom a search means, by looking at everybody. */
async function byLooking(q: string): Promise<string[]> {
  const sets: Set<string>[] = [];
  for (const { written, sound, digits } of searchWords(q)) {
    const like = anywhere(written);
    const { rows } = await suzuki.transaction((tx) =>
      sql<{ id: string }>`
        select person_id as id from customers where name_key like '%' || fold_name(${like}) || '%'
          or reading_key like '%' || fold_name(${like}) || '%' or sound_key like '%' || fold_sound(${anywhere(sound)}) || '%'
        union select c.person_id from identities i join customers c on c.id = i.customer_id
          where i.value ilike ${like} or (${digits !== null} and i.kind in ('phone', 'whatsapp') and i.value like ${anywhere(digits ?? '')})
        union select c.person_id from organizations g join customers c on c.organization_id = g.id
          where g.name_key like '%' || fold_name(${like}) || '%'`.execute(tx),
    );
    sets.push(new Set(rows.map(({ id }) => id)));
  }
  const { rows } = await suzuki.transaction((tx) =>
    sql<{ id: string }>`
      select r.id from customers r where r.merged_into is null and r.erased_at is null and (r.last_seen_at is not null or r.added_at is not null
        or exists (select from customers c where c.person_id = r.id and c.last_seen_at is not null))
      order by r.created_at desc, r.id desc`.execute(tx),
  );
  return rows.map(({ id }) => id).filter((id) => sets.every((set) => set.has(id)));
}

/** The same as the list gives it, page by page. */
async function byList(filter: CustomerFilter, ctx: Ctx = suzuki): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await ctx.transaction((tx) => listCustomers(tx, workspaceId, { ...filter, cursor, limit: 100 }, clock.now()));
    ids.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) return ids;
    cursor = page.nextCursor;
  }
}
const count = (q: string) => suzuki.transaction((tx) => countCustomers(tx, workspaceId, { q }, clock.now()));

describe('a search in the list', () => {
  test.each([
    '佐藤 花子',
    '林',
    'はやし',
    'ハヤシ',
    'sasaki',
    'そーま',
    'e',
    'mail.example',
    'MAIL.EXAMPLE 佐藤',
    '%',
    '_',
    '\\',
    '-',
    'ー',
    '・ .',
    '090-0000',
    '7919',
    'かげつ',
    'ŌTA',
    '👩‍💻',
    '𠮷',
    'xylophone',
    '花佐',
  ])('%s finds whom looking at everybody finds, newest first and each once', async (q) => {
    const ids = await byList({ q });
    expect(ids).toEqual(await byLooking(q));
    expect(await count(q)).toBe(ids.length);
  });

  test('whatever part of whatever is typed, alone or with another', async () => {
    const texts = [...NAMES.flat(), ...VALUES, '株式会社 花月', 'だいいち', '+819000007919', 'satou', 'kyouko', 'ｻﾄｳ', 'zzz', '・', '。x'];
    const part = fc.tuple(fc.constantFrom(...texts), fc.nat(12), fc.integer({ min: 1, max: 6 })).map(([text, from, length]) =>
      Array.from(text)
        .slice(from, from + length)
        .join(''),
    );
    const typed = fc.oneof(
      part,
      fc.tuple(part, part).map((parts) => parts.join('　')),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        const { items } = await suzuki.transaction((tx) => listCustomers(tx, workspaceId, { q, limit: 40 }, clock.now()));
        const expected = await byLooking(q);
        expect(items.map(({ id }) => id)).toEqual(expected.slice(0, 40));
        expect(await count(q)).toBe(expected.length);
      }),
      { numRuns: 60 },
    );
  });

  test('somebody is found from the moment they are there, by a new name at once, and by either of two merged', async () => {
    const found = { kind: 'email', value: 'new@sprout.example', verified: true, source: 'email' } as const;
    const who = (name: string, value: string) =>
      system.transaction(async (tx) => (await findOrCreateCustomer(system, tx, { ...found, value }, { name })).customerId);
    const [one, other] = [await who('東雲 桐子', 'new@sprout.example'), await who('不知火 樹', 'other@sprout.example')];
    expect(await byList({ q: '東雲' })).toEqual([one]);
    await system.transaction((tx) => tx.updateTable('customers').set({ name: '小鳥遊 桐子' }).where('id', '=', one).execute());
    await system.transaction((tx) => claimIdentity(system, tx, one, 'phone', '080-5555-1212', 'form'));
    expect(await byList({ q: '東雲' })).toEqual([]);
    for (const q of ['小鳥遊', '080 5555 1212', 'new@sprout']) expect(await byList({ q }), q).toEqual([one]);
    await mergeCustomers(suzuki, one, other);
    for (const q of ['不知火', '不知火 小鳥遊', 'sprout.example']) expect(await byList({ q }), q).toEqual([one]);
    expect(await byList({ q: '小鳥遊', reachableBy: 'phone' })).toEqual([one]);
    expect(await byList({ q: '小鳥遊', reachableBy: 'line' })).toEqual([]);
  });
});

describe('the fence', () => {
  const sight = { agentId: suzuki.actor.id!, agents: [suzuki.actor.id!], teams: [], unassigned: false };
  const holding = (ctx: Ctx, q: string) =>
    ctx.transaction(async (tx) => (await sql`select customers_holding(${q}, ${q}, null, null)`.execute(tx)).rows.length);

  test('who sees nobody’s conversations finds nobody, whether a word is rare or common', async () => {
    const narrowed = makeCtx(platform, { workspaceId, inboxes: 'all', sight }, { ...suzuki.actor });
    for (const q of ['林', 'example']) {
      expect(await byList({ q }, narrowed), q).toEqual([]);
      expect(await holding(narrowed, q), q).toBe(0);
      expect(await holding(suzuki, q), q).toBeGreaterThan(0);
    }
  });

  test('a customer and another company are told of nobody', async () => {
    const { ctx: customer } = await visitor('林 りん');
    const elsewhere = makeCtx(platform, { workspaceId: 'wsp_00000000000000000000000000', inboxes: 'all' }, { ...suzuki.actor });
    for (const q of ['林', 'example', '・']) for (const ctx of [customer, elsewhere]) expect(await holding(ctx, q), q).toBe(0);
  });
});
