import type { ProcedureBody } from '@madoguchi/contract/procedures.ts';
import { expect, test } from 'vitest';
import { factsOf, stage } from '../../test/stage.ts';
import { setStatus, setTags } from '../conversations/commands/manage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { setGates } from '../conversations/conversations.gates.ts';
import { createAttribute } from '../customers/attributes/attributes.commands.ts';
import { setFields } from '../fields/fields.commands.ts';
import { missingFields } from '../fields/fields.queries.ts';
import { runReaders } from '../platform/event-log/run-readers.ts';
import { makeLog } from '../platform/log/log.ts';
import { procedureFigures } from './figures.queries.ts';
import { createProcedure, sortProcedures, updateProcedure } from './procedures.commands.ts';
import { proceduresReader } from './procedures.reader.ts';
import { fits } from './procedures.rules.ts';
import { beginWhatFits, pickProcedure } from './run/begin.commands.ts';
import { checkStep } from './run/check.commands.ts';
import { conversationProcedure, missingSteps } from './run/runs.queries.ts';

const { suzuki, takahashi, system, visitor, platform } = await stage();
setGates({ missing: [missingFields, missingSteps], approval: async () => null });
await createAttribute(system, { subject: 'conversation', label: '返品理由', kind: 'text', choices: [], required: true });

const nothing = { channels: [], inboxIds: [], queueIds: [], tags: [], words: [] };
const step = (id: string, title: string, required = true) => ({ kind: 'do' as const, id, title, help: '', required, articleId: null });
const reason = { kind: 'field' as const, id: 'reason', title: '返品理由', help: '', required: true, key: '返品理由' };
const returns: ProcedureBody = {
  name: '返品の手順',
  enabled: true,
  conditions: { ...nothing, words: ['返品'] },
  steps: [step('date', '購入日を確かめる'), reason, step('thanks', 'お礼を添える', false)],
};
const other = await createProcedure(system, { ...returns, name: '配送の手順', conditions: { ...nothing, tags: ['配送'] } });
const made = await createProcedure(system, returns);

let n = 0;
async function asked(text = '返品したいのですが'): Promise<string> {
  n += 1;
  const { ctx, line } = await visitor();
  const said = { text, attachmentIds: [], locale: 'ja' as const, authorName: '佐藤', firstAnswer: 'human' as const };
  return (await receiveMessage(ctx, line, { ...said, externalId: `ask-${n}` })).conversation.id;
}
const standing = (id: string) => suzuki.transaction((tx) => conversationProcedure(suzuki, tx, id));
const progress = async (id: string) => (await standing(id)).run?.steps.map(({ done }) => done);

test('every part that names something must hold, and conditions that name nothing fit nothing', () => {
  const topic = { channel: 'chat', inboxId: 'ibx_1', queueId: null, tags: ['返品'], words: 'ＨＥＮＰＩＮ の件' };
  expect(fits({ ...nothing, tags: ['返品'], words: ['henpin'] }, topic)).toBe(true);
  expect(fits({ ...nothing, tags: ['返品'], channels: ['email'] }, topic)).toBe(false);
  expect(fits({ ...nothing, queueIds: ['que_1'] }, topic)).toBe(false);
  expect(fits(nothing, topic)).toBe(false);
});

test('it begins by itself, is checked off with who and when, and its required steps come before resolving', async () => {
  const id = await asked();
  await beginWhatFits(system, id);
  await beginWhatFits(system, id);
  expect(await progress(id)).toEqual([false, false, false]);
  const refused = await setStatus(suzuki, id, 'resolved').catch((error) => error);
  expect(refused).toMatchObject({ code: 'conversation.incomplete', status: 409 });
  expect(refused.extra.missing).toEqual([
    { kind: 'field', key: '返品理由', label: '返品理由', labelEn: '' },
    { kind: 'step', stepId: 'date', title: '購入日を確かめる' },
  ]);
  await checkStep(takahashi, id, 'date', true);
  await checkStep(takahashi, id, 'date', true);
  expect((await standing(id)).run?.steps[0]).toMatchObject({ done: true, by: { id: takahashi.actor.id, name: takahashi.actor.name } });
  await checkStep(suzuki, id, 'date', false);
  expect(await progress(id)).toEqual([false, false, false]);
  await expect(checkStep(suzuki, id, 'reason', true)).rejects.toMatchObject({ code: 'procedure.step_gone' });
  await checkStep(suzuki, id, 'date', true);
  await setFields(suzuki, id, { 返品理由: 'サイズ違い' });
  await setStatus(suzuki, id, 'resolved');
  expect((await factsOf(suzuki, id)).filter((name) => name.includes('step') || name.includes('procedure'))).toEqual([
    'conversation.procedure_begun',
    'conversation.step_checked',
    'conversation.step_unchecked',
    'conversation.step_checked',
  ]);
});

test('whoever resolves before the reader came by is held up all the same', async () => {
  const id = await asked();
  await setFields(suzuki, id, { 返品理由: '不良品' });
  await expect(setStatus(suzuki, id, 'resolved')).rejects.toMatchObject({ code: 'conversation.incomplete' });
});

test('a conversation keeps the version it began with; the next one begins with the new one', async () => {
  const before = await asked();
  await beginWhatFits(system, before);
  const { version } = await updateProcedure(system, made.id, { ...returns, steps: [...returns.steps, step('photo', '写真をもらう')] });
  expect(version).toBe(2);
  expect((await updateProcedure(system, made.id, { ...returns, steps: [...returns.steps, step('photo', '写真をもらう')] })).version).toBe(
    2,
  );
  const after = await asked();
  await beginWhatFits(system, after);
  expect(await progress(before)).toHaveLength(3);
  expect(await progress(after)).toHaveLength(4);
  await checkStep(suzuki, before, 'date', true);
  await setFields(suzuki, before, { 返品理由: '色違い' });
  await setStatus(suzuki, before, 'resolved');
});

test('another one is picked by hand, and what was left does not come back by itself', async () => {
  const id = await asked();
  await beginWhatFits(system, id);
  await pickProcedure(suzuki, id, other.id);
  expect((await standing(id)).run?.name).toBe('配送の手順');
  await pickProcedure(suzuki, id, null);
  await setTags(suzuki, id, ['配送']);
  await beginWhatFits(system, id);
  expect((await standing(id)).run).toBeNull();
  expect((await standing(id)).others.map(({ name }) => name)).toEqual(['配送の手順', '返品の手順']);
  await sortProcedures(system, [made.id, other.id]);
  expect((await standing(id)).others.map(({ name }) => name)).toEqual(['返品の手順', '配送の手順']);
  const figures = await system.transaction((tx) => procedureFigures(system, tx, made.id));
  expect(figures).toMatchObject({ begun: 4, completed: 0, left: 1 });
  expect(figures.steps.find(({ stepId }) => stepId === 'thanks')).toMatchObject({ stopped: 2 });
});

test('the log’s reader begins it, and notes when a field was the last thing to be done', async () => {
  const readers = await runReaders(platform, [proceduresReader()], makeLog('silent'));
  const id = await asked();
  await expect.poll(() => progress(id)).toEqual([false, false, false, false]);
  for (const stepId of ['date', 'thanks', 'photo']) await checkStep(suzuki, id, stepId, true);
  expect((await standing(id)).run?.completedAt).toBeNull();
  await setFields(suzuki, id, { 返品理由: 'サイズ違い' });
  await expect.poll(async () => (await standing(id)).run?.completedAt ?? null).not.toBeNull();
  expect(await factsOf(suzuki, id)).toContain('conversation.procedure_completed');
  await readers.stop();
});

test('a step that leads nowhere is refused', async () => {
  const nowhere = { ...returns, steps: [{ ...reason, key: 'ない項目' }] };
  await expect(createProcedure(system, nowhere)).rejects.toMatchObject({ code: 'procedure.step_refused', extra: { stepId: 'reason' } });
});
