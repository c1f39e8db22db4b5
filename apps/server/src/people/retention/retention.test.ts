import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stage } from '../../../test/stage.ts';
import { keepAttachment } from '../../conversations/attachments/attachments.commands.ts';
import { setStatus } from '../../conversations/commands/manage.ts';
import { receiveMessage } from '../../conversations/commands/receive.ts';
import { folderFiles } from '../../platform/files/files.ts';
import { newId } from '../../platform/ids/ids.ts';
import { erasePerson } from '../erase/erase.commands.ts';
import { liftHold, placeHold } from './holds.commands.ts';
import { isPersonHeld } from './holds.queries.ts';
import { setRetention } from './retention.commands.ts';
import { wouldGo } from './retention.queries.ts';
import { goesBefore } from './retention.rules.ts';
import { runRetention } from './run.commands.ts';

const DAY = 86_400_000;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const { system, suzuki, visitor, workspaceId, chatInboxId, clock } = await stage();
const folder = mkdtempSync(join(tmpdir(), 'retention-'));
const files = folderFiles(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let said = 0;
async function talk(text: string) {
  const { ctx, line } = await visitor(`${text}の人`);
  const file = await keepAttachment(ctx, files, { name: 'a.png', bytes: PNG });
  const { conversation } = await receiveMessage(ctx, line, {
    externalId: `r${++said}`,
    text,
    attachmentIds: [file.id],
    locale: 'ja',
    authorName: `${text}の人`,
    firstAnswer: 'human',
  });
  return { id: conversation.id, number: Number(conversation.number), customerId: line.customerId, file: file.id };
}
const wordsOf = (id: string) =>
  system.transaction(async (tx) => {
    const rows = await tx.selectFrom('messages').select('text').where('conversation_id', '=', id).where('kind', '=', 'message').execute();
    return rows.map(({ text }) => text);
  });
const isThere = async (file: string) => (await files.read(`${workspaceId}/${file}`)) !== null;
const preview = (keep: number) =>
  suzuki.transaction((tx) => wouldGo(tx, workspaceId, 'conversations', goesBefore('conversations', keep, clock.now())));

test('what was done long ago goes, a week after it was switched on; what is open, new or held stays; figures stay; again nothing happens', async () => {
  const [old, open, heldCase, heldPerson] = [await talk('古い'), await talk('未解決'), await talk('係争'), await talk('訴訟')];
  for (const { id } of [old, heldCase, heldPerson]) await setStatus(suzuki, id, 'resolved');
  await placeHold(suzuki, { conversationNumber: heldCase.number }, '裁判');
  const hold = await placeHold(suzuki, { customerId: heldPerson.customerId }, '調停');
  expect(await placeHold(suzuki, { customerId: heldPerson.customerId }, '二度目')).toBe(hold);
  clock.advance(400 * DAY);
  const recent = await talk('最近');
  await setStatus(suzuki, recent.id, 'resolved');

  expect(await preview(12)).toEqual({ count: 1, messages: 1, files: 1, held: 2 });
  expect(await preview(36)).toMatchObject({ count: 0, held: 0 });
  await expect(setRetention(suzuki, 'conversations', 1)).rejects.toThrow('retention.too_short');
  const rule = await setRetention(suzuki, 'conversations', 12);
  expect(new Date(rule.firstRunAt!).getTime() - clock.now().getTime()).toBe(7 * DAY);
  expect(await runRetention(system, files)).toEqual({});
  expect(await wordsOf(old.id)).toEqual(['古い']);

  clock.advance(7 * DAY);
  expect(await runRetention(system, files)).toEqual({ conversations: { count: 1, files: 1 } });
  expect([await wordsOf(old.id), await isThere(old.file)]).toEqual([[''], false]);
  for (const kept of [open, heldCase, heldPerson, recent]) {
    expect(await wordsOf(kept.id)).not.toEqual(['']);
    expect(await isThere(kept.file)).toBe(true);
  }
  expect(await runRetention(system, files)).toEqual({ conversations: { count: 0, files: 0 } });
  const facts = await system.transaction((tx) =>
    tx.selectFrom('events').select(['name', 'data']).where('name', 'like', 'retention.%').execute(),
  );
  expect(facts.map(({ name, data }) => [name, data])).toEqual([
    ['retention.changed', { kind: 'conversations', from: null, to: 12 }],
    ['retention.forgot', { kind: 'conversations', count: 1, files: 1 }],
  ]);
  const kept = await system.transaction((tx) =>
    tx.selectFrom('conversations').select(['number', 'status', 'words_erased_at']).where('id', '=', old.id).executeTakeFirstOrThrow(),
  );
  expect([Number(kept.number), kept.status, kept.words_erased_at]).toEqual([old.number, 'resolved', expect.any(Date)]);

  await expect(erasePerson(suzuki, files, heldPerson.customerId)).rejects.toThrow('person.held');
  await expect(erasePerson(suzuki, files, heldCase.customerId)).rejects.toThrow('person.held');
  const held = (customerId: string) => suzuki.transaction((tx) => isPersonHeld(tx, workspaceId, customerId));
  expect([await held(heldPerson.customerId), await held(heldCase.customerId), await held(recent.customerId)]).toEqual([true, true, false]);
  await liftHold(suzuki, hold);
  expect(await runRetention(system, files)).toEqual({ conversations: { count: 1, files: 1 } });
  await erasePerson(suzuki, files, heldPerson.customerId);
});

test('stopped before its first run, nothing goes; a file left behind by a death is removed by the next run', async () => {
  const { id, file } = await talk('思い直した');
  await setStatus(suzuki, id, 'closed');
  clock.advance(500 * DAY);
  await setRetention(suzuki, 'conversations', 6);
  await setRetention(suzuki, 'conversations', null);
  clock.advance(30 * DAY);
  expect(await runRetention(system, files)).toEqual({});
  expect(await wordsOf(id)).toEqual(['思い直した']);
  await system.transaction((tx) => tx.insertInto('forgotten_files').values({ workspace_id: workspaceId, file_id: file }).execute());
  await runRetention(system, files);
  expect(await isThere(file)).toBe(false);
});

test('payloads, searches and old audit entries go by the day; what waits to be read, and a year of audit, never', async () => {
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  await system.transaction(async (tx) => {
    for (const [days, state] of [
      [100, 'parsed'],
      [100, 'waiting'],
      [5, 'parsed'],
    ] as const)
      await tx
        .insertInto('payloads')
        .values({
          workspace_id: workspaceId,
          id: newId('pay'),
          inbox_id: chatInboxId,
          external_id: `${days}${state}`,
          body: Buffer.from('x'),
          state,
          received_at: ago(days),
          parser_version: null,
          outcome: null,
          problem: null,
          parsed_at: null,
        })
        .execute();
    for (const days of [50, 3])
      await tx
        .insertInto('help_searches')
        .values({
          workspace_id: workspaceId,
          query: `急須${days}`,
          locale: 'ja',
          day: ago(days).toISOString().slice(0, 10),
          count: 1,
          hits: 1,
          last_at: ago(days),
        })
        .execute();
  });
  await setRetention(suzuki, 'payloads', 30);
  await setRetention(suzuki, 'searches', 30);
  await expect(setRetention(suzuki, 'audit', 100)).rejects.toThrow('retention.too_short');
  await setRetention(suzuki, 'audit', 400);
  clock.advance(7 * DAY);
  const took = await runRetention(system, files);
  expect([took.payloads, took.searches]).toEqual([
    { count: 1, files: 0 },
    { count: 1, files: 0 },
  ]);
  const left = await system.transaction((tx) => tx.selectFrom('payloads').select('state').execute());
  expect(left.map(({ state }) => state).sort()).toEqual(['parsed', 'waiting']);
});
