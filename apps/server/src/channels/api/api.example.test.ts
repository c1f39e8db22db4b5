import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { channelStory } from '../../../test/channel-story.ts';
import { outbound } from '../outbound.testkit.ts';
import { apiChannel } from './api.channel.ts';
import { replyOf } from './api.deliver.ts';
import { type ApiReply, apiPost } from './api.types.ts';

const guide = readFileSync(new URL('../../../../../docs/guides/open-api-channel.md', import.meta.url), 'utf8');
const program = /```js\n([\s\S]+?)```/.exec(guide)![1]!;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const port = await freePort();
const secret = 'a-secret-of-both';
const house = await channelStory({
  channel: apiChannel,
  settings: { secret, replyUrl: 'https://shop.example/replies' },
  origins: { 'https://shop.example': `http://127.0.0.1:${port}` },
});
const address = await house.product.http.listen({ port: 0, host: '127.0.0.1' });

let running: ChildProcess | undefined;
afterAll(() => running?.kill());

test('the program in the guide, as it stands there, posts a message and prints the agent’s reply', async () => {
  expect(program.trim().split('\n').length).toBeLessThanOrEqual(22);
  let printed = '';
  running = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { PATH: process.env.PATH, HOOK_URL: `${address}${house.hookPath}`, SECRET: secret, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [running.stdout, running.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await vi.waitFor(() => expect(printed).toContain('posted: 200'), { timeout: 30_000 });
  const conversation = await house.conversationWith('急須が割れていました');
  await house.reply(conversation, '代わりの品をお送りします。');
  await vi.waitFor(() => expect(printed).toContain('reply: 代わりの品をお送りします。'), { timeout: 30_000 });
});

test('what the guide shows as posts is taken as posts, and its reply is one of ours', () => {
  const shown = [...guide.matchAll(/```json\n([\s\S]+?)```/g)].map(([, json]) => JSON.parse(json!) as Record<string, unknown>);
  const posts = shown.filter((one) => 'messages' in one || 'receipts' in one);
  expect(posts.map((post) => apiPost.safeParse(post).success)).toEqual([true, true]);
  const [reply] = shown.filter((one) => !posts.includes(one)) as ApiReply[];
  expect(Object.keys(reply!)).toEqual(Object.keys(replyOf(outbound())));
});
