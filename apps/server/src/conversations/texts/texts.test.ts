import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cannedResponses } from '../../../../../fixtures/canned-responses.ts';
import { stage } from '../../../test/stage.ts';
import { type CannedWish, createCannedResponse } from '../../canned-responses/canned-responses.commands.ts';
import { runReaders } from '../../platform/event-log/run-readers.ts';
import { folderFiles } from '../../platform/files/files.ts';
import { makeFileLinks } from '../../platform/files/links.ts';
import { keepAttachment } from '../attachments/attachments.commands.ts';
import { setStatus } from '../commands/manage.ts';
import { receiveMessage } from '../commands/receive.ts';
import { replyAsAgent } from '../commands/reply.ts';
import { cannedFiles } from './canned-files.queries.ts';
import { cannedIndex } from './suggest/canned-index.ts';
import { suggestCanned } from './suggest/suggest.queries.ts';
import { useCanned } from './uses.commands.ts';
import { cannedUsage } from './uses.queries.ts';
import { cannedUsesReader } from './uses.reader.ts';

const { platform, system, suzuki, takahashi, visitor, workspaceId, clock } = await stage();
const folder = mkdtempSync(join(tmpdir(), 'canned-'));
const files = folderFiles(folder);
const kept = cannedFiles(makeFileLinks(Buffer.alloc(32), clock.now));
const index = cannedIndex(platform, { log: { warn: () => {} } });
const readers = await runReaders(platform, [cannedUsesReader()], { warn: () => {}, error: () => {}, info: () => {} } as never);
afterAll(async () => {
  await Promise.all([readers.stop(), index.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const wish = (more: Partial<CannedWish>): CannedWish => ({
  shortcut: 'x',
  title: '題',
  text: '文',
  locale: 'ja',
  owner: 'shared',
  teamId: null,
  folderId: null,
  fileIds: [],
  ...more,
});
let n = 0;
async function asked(text: string) {
  n += 1;
  clock.advance(1000);
  const { ctx, line } = await visitor();
  const common = { attachmentIds: [], locale: 'ja' as const, authorName: '佐藤 花子', firstAnswer: 'human' as const };
  return (await receiveMessage(ctx, line, { externalId: `t-${n}`, text, ...common })).conversation.id;
}
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test('its files are the author’s no more, and whoever uses it gets copies to send', async () => {
  const upload = await keepAttachment(suzuki, files, { name: '返送伝票.png', bytes: PNG });
  const made = await createCannedResponse(suzuki, kept, wish({ title: '返送', fileIds: [upload.id] }));
  expect(made.files).toMatchObject([{ id: upload.id, name: '返送伝票.png' }]);
  const id = await asked('返品です');
  const reply = (attachmentIds: string[], key: string) =>
    replyAsAgent(
      takahashi,
      id,
      { text: 'どうぞ', attachmentIds, seenSeq: 99, thenStatus: 'waiting', idempotencyKey: key },
      10,
      async () => [],
    );
  await expect(reply([upload.id], 'a')).rejects.toMatchObject({ code: 'attachment.gone' });
  const copies = await useCanned(takahashi, files, id, made.id);
  expect(copies.map(({ name }) => name)).toEqual(['返送伝票.png']);
  await reply([copies[0]!.id], 'b');
  expect(await files.read(`${workspaceId}/${copies[0]!.id}`)).not.toBeNull();
  await expect(createCannedResponse(takahashi, kept, wish({ fileIds: [upload.id] }))).rejects.toMatchObject({ code: 'attachment.gone' });
});

test('each use is counted, and whether it solved the matter', async () => {
  const { id } = await createCannedResponse(suzuki, kept, wish({ title: '解決' }));
  const [solved, reopened, slipped] = [await asked('A'), await asked('B'), await asked('C')];
  for (const conversation of [solved, reopened, slipped, solved]) {
    clock.advance(1000);
    await useCanned(suzuki, files, conversation, id);
  }
  clock.advance(1000);
  for (const conversation of [solved, reopened, slipped]) await setStatus(suzuki, conversation, 'resolved');
  clock.advance(5000);
  await setStatus(suzuki, slipped, 'open');
  clock.advance(3_600_000);
  await setStatus(suzuki, reopened, 'open');
  await setStatus(suzuki, slipped, 'resolved');
  const usage = async () => (await system.transaction((tx) => cannedUsage(tx, workspaceId, clock.now()))).find((one) => one.id === id);
  await expect.poll(usage).toMatchObject({ used: 4, conversations: 3, solved: 2 });
});

test('the fitting ones are suggested, of those the agent may use, and a change is known a moment later', async () => {
  const ids = new Map<string, string>();
  for (const one of cannedResponses) ids.set(one.shortcut, (await createCannedResponse(suzuki, kept, wish(one))).id);
  const own = await createCannedResponse(
    takahashi,
    kept,
    wish({ title: '領収書の宛名', text: '領収書の宛名はあとから変えられません。', owner: 'private' }),
  );
  const broken = await asked('届いた湯呑みが割れていました。交換してもらえますか？');
  const receipt = await asked('領収書を発行してほしいです');
  const suggested = (ctx: typeof suzuki, id: string) => suggestCanned(ctx, index, id);
  expect((await suggested(suzuki, broken))[0]).toBe(ids.get('hason'));
  expect((await suggested(suzuki, receipt))[0]).toBe(ids.get('ryoshu'));
  expect(await suggested(takahashi, receipt)).toContain(own.id);
  expect(await suggested(suzuki, receipt)).not.toContain(own.id);
  expect(await suggested(suzuki, await asked('zzzz'))).toEqual([]);

  const parking = await createCannedResponse(suzuki, kept, wish({ title: '駐車場のご案内', text: '駐車場は店の裏に三台分ございます。' }));
  const car = await asked('駐車場はありますか');
  await expect.poll(() => suggested(suzuki, car)).toContain(parking.id);
});

test('five hundred are looked through in a moment', async () => {
  const topics = ['配送', '返品', '領収書', '在庫', '会員登録', '支払い', '包装', '名入れ', 'ギフト', '定期便'];
  const rows = Array.from({ length: 480 }, (_, i) =>
    wish({
      shortcut: `t${i}`,
      title: `${topics[i % 10]}のご案内 ${i}`,
      text: `${topics[i % 10]}について、第${i}項のとおりご案内いたします。${topics[(i * 7) % 10]}もご確認ください。`,
    }),
  );
  for (const row of rows) await createCannedResponse(suzuki, kept, row);
  const id = await asked('定期便の支払いを変えたい');
  await expect.poll(async () => (await suggestCanned(suzuki, index, id)).length, { timeout: 60_000 }).toBe(3);
  // Work done, not time passed: other tests may be busy on the same machine.
  const from = process.cpuUsage();
  const MANY = 30;
  for (let i = 0; i < MANY; i++) await suggestCanned(suzuki, index, id);
  const { user, system: kernel } = process.cpuUsage(from);
  expect((user + kernel) / 1000 / MANY).toBeLessThan(60);
});
