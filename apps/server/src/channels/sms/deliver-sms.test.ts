import { describe, expect, test } from 'vitest';
import { hasContract, openApi } from '../../../test/contract.ts';
import { outbound } from '../outbound.testkit.ts';
import type { Call, PlatformRequest } from '../port/call.types.ts';
import type { Outbound } from '../port/port.types.ts';
import { deliverSms, senderOf } from './deliver-sms.ts';

const settings = { accountSid: `AC${'1a'.repeat(16)}`, authToken: 'token', from: '+815031234567' };
type Said = { status: number; body: object };

/** Delivers to a Twilio that answers as told, and otherwise takes everything. */
async function delivered(
  message: Partial<Outbound>,
  { to = '+819012345678', said, hookUrl = null as string | null }: { to?: string; said?: Said; hookUrl?: string | null } = {},
) {
  const asked: { method: string; path: string; headers: Record<string, string>; body: Buffer }[] = [];
  const ask = async (url: string, { method = 'GET', headers = {}, body = '' }: PlatformRequest = {}) => {
    asked.push({ method, path: new URL(url).pathname, headers: { ...headers }, body: Buffer.from(body) });
    const { status, body: answer } = said ?? { status: 201, body: { sid: `SM${asked.length}` } };
    return { status, headers: {}, body: Buffer.from(JSON.stringify(answer)) };
  };
  const sent: string[][] = [];
  const end = await deliverSms!(
    { settings, ask, hookUrl } as unknown as Call,
    [outbound({ ...message, line: { externalId: to } })],
    async (_message, ids) => void sent.push(ids),
    async () => {},
  ).catch((error: unknown) => error);
  return { asked, sent, end, forms: asked.map(({ body }) => new URLSearchParams(body.toString())) };
}

const file = (name: string, type: string, url: string | null = `https://desk.example/files/${name}`) => ({
  name,
  type,
  sizeInBytes: 1000,
  url,
  read: async () => Buffer.from(''),
});

test('an answer of the bot: the article’s beginning and where it can be read, choices as numbers', async () => {
  const quote = { title: '返品と交換', text: `**${'長い記事です。'.repeat(60)}**`, url: 'https://shop.example/help/1' };
  const choices: Outbound['choices'] = ['返品したい', '担当者と話す'].map((label) => ({ label, data: 'x', choice: { kind: 'person' } }));
  const { forms } = await delivered({ text: 'こちらをご覧ください', quote, choices });
  expect(forms).toHaveLength(1);
  const body = forms[0]!.get('Body')!;
  expect(body).toMatch(
    /^こちらをご覧ください\n\n返品と交換\n長い記事です。.+…\nhttps:\/\/shop\.example\/help\/1\n\n1\. 返品したい\n2\. 担当者と話す$/s,
  );
  expect(body.length).toBeLessThan(300);
});

test('files are links; where pictures travel along, they do', async () => {
  const files = [file('photo.jpg', 'image/jpeg'), file('label.pdf', 'application/pdf')];
  const abroad = (await delivered({ text: 'Here', files }, { to: '+14155550100' })).forms[0]!;
  expect(abroad.getAll('MediaUrl')).toEqual(['https://desk.example/files/photo.jpg']);
  expect(abroad.get('Body')).toMatch(/^Here\n\nlabel\.pdf\nhttps:\/\/desk\.example\/files\/label\.pdf/);
  const here = (await delivered({ text: '', files })).forms[0]!;
  expect([here.has('MediaUrl'), here.get('Body')]).toEqual([false, expect.stringContaining('photo.jpg')]);
  const private_ = await delivered({ text: 'a', files: [file('a.pdf', 'application/pdf', null)] });
  expect([private_.end, private_.asked]).toMatchObject([{ code: 'unsupported' }, []]);
});

test('states are asked for where Twilio can reach us', async () => {
  const callback = async (hookUrl: string | null) => (await delivered({}, { hookUrl })).forms[0]!.get('StatusCallback');
  expect([
    await callback('https://desk.example/api/hooks/k'),
    await callback('http://localhost/api/hooks/k'),
    await callback(null),
  ]).toEqual(['https://desk.example/api/hooks/k', null, null]);
});

test('the number may be typed as people write it; a name stays a name', () => {
  const from = (typed: string) => senderOf({ settings: { sender: 'number', from: typed } }).From;
  expect(['050-3123-4567', '+81 50 3123 4567', 'HAZUKI'].map(from)).toEqual(['+815031234567', '+815031234567', 'HAZUKI']);
  expect(() => senderOf({ settings: { sender: 'service', from: '+815031234567' } })).toThrow('not_configured');
});

test.each([
  [400, 21610, 'blocked', false, false],
  [400, 21211, 'address_unknown', false, false],
  [400, 21606, 'not_configured', true, false],
  [401, 20003, 'credentials_refused', true, false],
  [429, 20429, 'rate_limited', false, true],
  [429, 63038, 'quota_used', true, false],
  [400, 21617, 'too_large', false, false],
  [400, 99999, 'rejected', false, false],
  [500, 20500, 'platform_down', false, true],
])('what Twilio answers is said in our words: %i %i is %s', async (status, code, failure, aboutInbox, temporary) => {
  const { end, sent } = await delivered({}, { said: { status, body: { code, message: 'No', status } } });
  expect([end, sent]).toMatchObject([{ code: failure, aboutInbox, temporary }, []]);
});

const TWILIO = 'twilio/twilio_api_v2010.json';
describe.runIf(hasContract(TWILIO))('held to the published contract (read from ../shared/contracts)', () => {
  test('words, pictures and states', async () => {
    const files = [file('photo.jpg', 'image/jpeg'), file('other.png', 'image/png')];
    const { asked } = await delivered(
      { text: 'a'.repeat(2000), files },
      { to: '+14155550100', hookUrl: 'https://desk.example/api/hooks/k' },
    );
    const contract = openApi(TWILIO);
    expect(asked).toHaveLength(2);
    expect(asked.flatMap((one) => contract.request(one))).toEqual([]);
  });
});
