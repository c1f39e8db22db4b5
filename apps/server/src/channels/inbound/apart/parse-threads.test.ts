import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { CHANNELS } from '../../channels.registry.ts';
import { mailOf } from '../../email/email.testkit.ts';
import { ledAstray, notThere } from './apart.testkit.ts';
import { type ParseThreads, parseThreads } from './parse-threads.ts';

const opened: ParseThreads[] = [];
afterAll(() => Promise.all(opened.map((threads) => threads.close())));
const open = (...limits: Parameters<typeof parseThreads>) => {
  const threads = parseThreads(...limits);
  opened.push(threads);
  return { ...threads, say: (text: string) => threads.read(ledAstray, payload(text), {}) };
};
const payload = (text: string | Buffer) => ({ headers: {}, body: Buffer.from(text as string), receivedAt: new Date(0) });
const post = (id: string) => JSON.stringify({ posts: [{ id, from: 'sato', text: 'お茶' }] });
const well = { events: [expect.objectContaining({ text: 'お茶' })], problem: null };
const patient = { timeout: 30_000 };

/** How long everything else in this process had to wait at most, in ms. */
async function longestStandstill(during: Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  await during;
  clearInterval(timer);
  return longest;
}

test.each([
  ['hang', 'payload.too_slow'],
  ['backtrack', 'payload.too_slow'],
  ['objects', 'payload.too_much_memory'],
  ['bytes', 'payload.too_much_memory'],
  ['die', 'payload.crashed'],
])('a payload that makes its parser %s is given up with its reason, and the next one is read', async (harm, problem) => {
  const threads = open({ parseMs: harm === 'objects' || harm === 'bytes' ? 30_000 : 3000, heapMb: 64, bytesMb: 128 });
  expect(await threads.say(post('before'))).toEqual(well);
  const harmed = threads.say(`${harm} `);
  // Read here it would stand still until the payload is through with its harm, and with one that hangs for ever.
  expect(await longestStandstill(harmed)).toBeLessThan(15_000);
  expect(await harmed).toEqual({ events: null, problem });
  expect(await threads.say(post('after'))).toEqual(well);
  expect(threads.count()).toBe(1);
});

test('while one hangs, what others received is read beside it; when all hang, they wait for the limit and no longer', async () => {
  const threads = open({ parseMs: 3000, threads: 2 });
  await threads.say(post('warm'));
  const hanging = threads.say('hang ');
  let isOver = false;
  void hanging.then(() => {
    isOver = true;
  });
  expect(await threads.say(post('beside'))).toEqual(well);
  expect(isOver).toBe(false);
  const all = [hanging, threads.say('hang '), threads.say(post('last'))];
  expect(threads.count()).toBe(2);
  expect((await Promise.all(all)).map((read) => read?.problem)).toEqual(['payload.too_slow', 'payload.too_slow', null]);
});

test('what a parser says is wrong with a payload is said, and its thread goes on', async () => {
  const threads = open();
  expect(await threads.say('not JSON')).toEqual({ events: null, problem: expect.stringContaining('JSON') });
  expect(await threads.say(post('m'))).toEqual(well);
  await expect(threads.read(notThere, payload('x'), {})).rejects.toThrow('not-there');
  expect(await threads.say(post('m'))).toEqual(well);
});

test('files come back whole, and the payload keeps its bytes', async () => {
  const threads = open();
  const given = payload(`files ${'茶'.repeat(9000)}`);
  const read = await threads.read(ledAstray, given, {});
  const [event] = read!.events!;
  const files = event?.kind === 'message' ? event.files! : [];
  expect(files.map((file) => ('bytes' in file ? file.bytes.length : file.ref))).toEqual([30_000, 27_000, 3, 0, 'x']);
  expect(files.map((file) => ('bytes' in file ? Buffer.isBuffer(file.bytes) && file.bytes.toString('utf8', 0, 3) : null))).toEqual([
    'tea',
    '茶',
    'tea',
    '',
    null,
  ]);
  expect(event).toMatchObject({ at: new Date(0) });
  expect(given.body.toString('utf8', 0, 9)).toBe('files 茶');
});

test('a thread that nobody needs ends; closing leaves nobody waiting, not even for one that hangs', async () => {
  const threads = open({ idleMs: 50, threads: 1 });
  await threads.say(post('m'));
  await vi.waitFor(() => expect(threads.count()).toBe(0), patient);
  expect(await threads.say(post('m'))).toEqual(well);
  const waiting = [threads.say('hang '), threads.say(post('behind'))];
  await threads.close();
  expect(await Promise.all(waiting)).toEqual([null, null]);
  expect(await threads.say(post('m'))).toBeNull();
});

test('whatever channel says that it is read apart gives the same there as here', async () => {
  const raw = payload(mailOf({ From: 'Sato <sato@mail.example>', Subject: '急須', 'Message-ID': '<1@mail.example>' }, '割れていました。'));
  const apart = CHANNELS.filter(({ parsedApart }) => parsedApart);
  expect(apart.map(({ name }) => name)).toEqual(['email']);
  for (const { parsedApart, parse } of apart) {
    const module = (await import(parsedApart!.module.href)) as Record<string, unknown>;
    expect(readFileSync(parsedApart!.module, 'utf8')).toContain(`function ${parsedApart!.as}`);
    expect(module[parsedApart!.as]).toBe(parse);
    expect((await open().read(parsedApart!, raw, {}))?.events).toEqual(await parse(raw, {}));
  }
});
