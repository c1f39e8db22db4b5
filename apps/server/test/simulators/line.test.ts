import { afterAll, describe, expect, test } from 'vitest';
import { hasContract } from '../contract.ts';
import { lineSimulator } from './line.ts';

const line = await lineSimulator();
afterAll(line.stop);
const sato = line.person('佐藤 恵');
const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${line.origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${line.world.accessToken}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const text = { type: 'text', text: 'お茶が入りました' };

describe.runIf(hasContract('line/messaging-api.yml'))('the simulator, beside the published contract', () => {
  test('sees what is not as documented', async () => {
    await ask('/v2/bot/message/push', { to: sato, messages: [{ ...text, colour: 'red' }] });
    await ask('/v2/bot/message/shout', {});
    expect(line.faults.splice(0)).toEqual([
      expect.stringContaining('"unevaluatedProperty":"colour"'),
      expect.stringContaining('no such operation'),
    ]);
    line.webhook([{ ...line.text(sato, 'はい'), mode: undefined }]);
    expect(line.faults.splice(0).join()).toContain("required property 'mode'");
  });
});

test('a reply token is good once, and for a minute; a wrong token opens nothing', async () => {
  const { replyToken } = line.text(sato, 'はい') as unknown as { replyToken: string };
  const reply = () => ask('/v2/bot/message/reply', { replyToken, messages: [text] });
  expect([(await reply()).status, (await reply()).status]).toEqual([200, 400]);
  expect((await ask('/v2/bot/message/push', { to: sato, messages: [text] }, { authorization: 'Bearer x' })).status).toBe(401);
});

test('a retry key is good once, and the month has an end', async () => {
  const key = { 'x-line-retry-key': '3f0a9a52-7f0e-8b1c-a2d3-5c6b7a8d9e0f' };
  const push = (headers = {}) => ask('/v2/bot/message/push', { to: sato, messages: [text] }, headers);
  expect((await push(key)).status).toBe(200);
  const again = await push(key);
  expect([again.status, again.headers.get('x-line-accepted-request-id')]).toEqual([409, expect.any(String)]);
  line.world.quota = line.world.used;
  expect((await push()).status).toBe(429);
});
