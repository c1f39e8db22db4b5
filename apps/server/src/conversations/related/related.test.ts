import { expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { newId } from '../../platform/ids/ids.ts';
import { receiveMessage } from '../commands/receive.ts';
import { conversationsAlike } from '../merge/alike.queries.ts';
import { relate, unrelate } from './related.commands.ts';
import { relatedOf } from './related.queries.ts';

const { suzuki, visitor, workspaceId } = await stage();
let said = 0;
const talk = async (text: string, from?: Awaited<ReturnType<typeof visitor>>) => {
  const { ctx, line } = from ?? (await visitor(`客${++said}`));
  const { conversation } = await receiveMessage(ctx, line, {
    externalId: `m${++said}`,
    text,
    attachmentIds: [],
    locale: 'ja',
    authorName: '客',
    firstAnswer: 'human',
  });
  return conversation.id;
};
const links = async (id: string, ctx: Ctx = suzuki) =>
  (await ctx.transaction((tx) => relatedOf(tx, workspaceId, id))).map(({ relation, conversation }) => [relation, conversation.id]);
const facts = (id: string) =>
  suzuki.transaction(async (tx) => {
    const rows = await tx.selectFrom('events').select(['name', 'data']).where('conversation_id', '=', id).orderBy('position').execute();
    return rows.filter(({ name }) => name.includes('linked')).map(({ name, data }) => [name, (data as { relation: string }).relation]);
  });

test('a parent has children; each sees the other, in both timelines; what is taken away is gone from both', async () => {
  const [outage, one, two] = [await talk('配送が止まっています'), await talk('荷物が来ません'), await talk('届きません')];
  await relate(suzuki, outage, one, 'child');
  await relate(suzuki, two, outage, 'parent');
  await relate(suzuki, two, outage, 'parent');
  expect(await links(outage)).toEqual([
    ['child', one],
    ['child', two],
  ]);
  expect(await links(one)).toEqual([['parent', outage]]);
  expect(await facts(two)).toEqual([['conversation.linked', 'parent']]);
  await expect(relate(suzuki, outage, two, 'parent')).resolves.toBeUndefined();
  expect(await links(two)).toEqual([['child', outage]]);
  await expect(relate(suzuki, one, two, 'child')).rejects.toThrow('related.circle');
  const [parent] = await suzuki.transaction((tx) => relatedOf(tx, workspaceId, one));
  await unrelate(suzuki, parent!.linkId);
  expect([await links(one), await facts(one)]).toEqual([
    [],
    [
      ['conversation.linked', 'parent'],
      ['conversation.unlinked', 'parent'],
    ],
  ]);
  await expect(unrelate(suzuki, parent!.linkId)).rejects.toThrow('not_found');
});

test('two at once that would be a circle together: one of them is refused', async () => {
  const [a, b, c] = [await talk('い'), await talk('ろ'), await talk('は')];
  await relate(suzuki, a, b, 'parent');
  const both = await Promise.allSettled([relate(suzuki, b, c, 'parent'), relate(suzuki, c, a, 'parent')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(relate(suzuki, a, a, 'related')).rejects.toThrow('related.self');
});

test('what is linked as the same question is not proposed for a merge any more', async () => {
  const sato = await visitor('佐藤');
  const first = await talk('注文 HZ-20418 の急須が割れていました', sato);
  const threadId = newId('thr');
  await suzuki.transaction(async (tx) => {
    const row = await tx.selectFrom('threads').selectAll().where('id', '=', sato.line.threadId).executeTakeFirstOrThrow();
    const { workspace_id, inbox_id, customer_id, identity_id } = row;
    await tx
      .insertInto('threads')
      .values({ workspace_id, id: threadId, inbox_id, customer_id, identity_id, external_id: threadId })
      .execute();
  });
  const second = await talk('注文 HZ-20418 の急須が割れていました、どうなりましたか', { ...sato, line: { ...sato.line, threadId } });
  const alike = async () =>
    (await suzuki.transaction((tx) => conversationsAlike(tx, workspaceId, second))).map(({ conversation }) => conversation.id);
  expect(await alike()).toContain(first);
  await relate(suzuki, second, first, 'original');
  expect(await alike()).not.toContain(first);
});
