import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import { beforeAll, expect, test } from 'vitest';
import { factsOf, stage } from '../../test/stage.ts';
import { actOnMany } from '../conversations/bulk/bulk.commands.ts';
import { setStatus, setTags } from '../conversations/commands/manage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { replyAsAgent } from '../conversations/commands/reply.ts';
import { setGates } from '../conversations/conversations.gates.ts';
import { listConversations } from '../conversations/queries/list.ts';
import { conversationById } from '../conversations/queries/read.ts';
import { createAttribute, updateAttribute } from '../customers/attributes/attributes.commands.ts';
import { setFields } from './fields.commands.ts';
import { missingFields } from './fields.queries.ts';

const { suzuki, system, visitor, workspaceId, platform } = await stage();
setGates({ missing: [missingFields], approval: async () => null });

const define = (label: string, kind: AttributeDefinition['kind'], more: Partial<AttributeDefinition> = {}) =>
  createAttribute(system, { subject: 'conversation', label, kind, choices: [], ...more });
const byTag = { on: 'tag' as const, key: '', oneOf: ['返品'] };
let reason: AttributeDefinition;
beforeAll(async () => {
  reason = await define('返品理由', 'choice', { choices: ['サイズ違い', '不良品'], required: true, shownWhen: [byTag] });
  await define('不良の様子', 'long_text', {
    required: true,
    shownWhen: [{ on: 'attribute', key: '返品理由', oneOf: ['不良品'] }],
  });
  await define('商品', 'choices', { choices: ['煎茶', 'ほうじ茶', '急須'] });
});

let n = 0;
async function asked(tags: string[] = ['返品']): Promise<string> {
  n += 1;
  const { ctx, line } = await visitor();
  const said = { text: '返品したいのですが', attachmentIds: [], locale: 'ja' as const, authorName: '佐藤', firstAnswer: 'human' as const };
  const { conversation } = await receiveMessage(ctx, line, { ...said, externalId: `ask-${n}` });
  await setTags(suzuki, conversation.id, tags);
  return conversation.id;
}
const read = (id: string) => suzuki.transaction((tx) => conversationById(tx, workspaceId, id));
const labels = (error: { extra: { missing: { label: string }[] } }) => error.extra.missing.map(({ label }) => label);

test('what is asked for must be filled in before it is resolved, and one answer may ask for another', async () => {
  const id = await asked();
  const refused = await setStatus(suzuki, id, 'resolved').catch((error) => error);
  expect([refused.code, refused.status, labels(refused)]).toEqual(['conversation.incomplete', 409, ['返品理由']]);
  await expect(setStatus(suzuki, id, 'closed')).rejects.toMatchObject({ code: 'conversation.incomplete' });
  const reply = { text: '承りました', attachmentIds: [], seenSeq: 1, thenStatus: 'resolved' as const, idempotencyKey: 'reply-key' };
  await expect(replyAsAgent(suzuki, id, reply, 10, async () => [])).rejects.toMatchObject({ code: 'conversation.incomplete' });

  await setFields(suzuki, id, { 返品理由: '不良品' });
  expect(labels(await setStatus(suzuki, id, 'resolved').catch((error) => error))).toEqual(['不良の様子']);
  await setFields(suzuki, id, { 不良の様子: '  注ぎ口が欠けていました\n写真あり ' });
  await setStatus(suzuki, id, 'resolved');
  expect(await read(id)).toMatchObject({
    status: 'resolved',
    fields: { 返品理由: '不良品', 不良の様子: '注ぎ口が欠けていました\n写真あり' },
  });
  await setFields(suzuki, id, { 返品理由: '不良品' });
  expect((await factsOf(suzuki, id)).filter((name) => name === 'conversation.field_set')).toHaveLength(2);
});

test('of many, those that lack something are said as refused, and the others are resolved; a rule of the house is not held up', async () => {
  const [lacking, plain, byRule] = [await asked(), await asked([]), await asked()];
  const { outcomes } = await actOnMany(suzuki, [lacking, plain], { kind: 'status', status: 'resolved' });
  expect(outcomes).toEqual([
    { id: lacking, outcome: 'refused', code: 'conversation.incomplete' },
    { id: plain, outcome: 'done', code: null },
  ]);
  await setStatus(system, byRule, 'closed');
  expect((await read(byRule)).status).toBe('closed');
});

test('values are kept in the form of their kind, or refused by name; lists find them', async () => {
  const id = await asked([]);
  await setFields(suzuki, id, { 商品: 'ほうじ茶、煎茶' });
  expect((await read(id)).fields).toEqual({ 商品: '煎茶\nほうじ茶' });
  await expect(setFields(suzuki, id, { 商品: '紅茶' })).rejects.toMatchObject({ code: 'attribute.invalid', extra: { key: '商品' } });
  const found = (field: string, value?: string) =>
    suzuki.transaction(async (tx) => {
      const wish = { view: 'all' as const, limit: 100, now: platform.clock.now(), field, ...(value ? { value } : {}) };
      return (await listConversations(tx, workspaceId, null, wish)).items.map((one) => one.id);
    });
  expect(await found('商品', 'ほうじ茶')).toEqual([id]);
  expect(await found('商品', '急須')).toEqual([]);
  expect(await found('商品')).toEqual([id]);
  await setFields(suzuki, id, { 商品: null });
  expect(await found('商品')).toEqual([]);
});

test('a condition never comes back to its own field, and asks about nothing that is not there', async () => {
  const about = (key: string) => [{ on: 'attribute' as const, key, oneOf: ['x'] }];
  for (const key of ['不良の様子', '返品理由', 'ない項目'])
    await expect(updateAttribute(system, reason.id, { shownWhen: about(key) })).rejects.toMatchObject({
      code: 'attribute.condition_refused',
    });
  const wrong = { subject: 'customer' as const, label: '会員', kind: 'text' as const, choices: [], shownWhen: [byTag] };
  await expect(createAttribute(system, wrong)).rejects.toMatchObject({ code: 'attribute.condition_refused' });
});
