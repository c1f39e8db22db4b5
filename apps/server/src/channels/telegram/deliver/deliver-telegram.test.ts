import { describe, expect, test } from 'vitest';
import { hasTelegramContract, paramsOf, telegramContract } from '../../../../test/telegram-contract.ts';
import { outbound } from '../../outbound.testkit.ts';
import type { Call, PlatformRequest } from '../../port/call.types.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import { deliverTelegram } from './deliver-telegram.ts';

type Asked = { method: string; path: string; headers: Record<string, string>; body: Buffer };
type Said = { status?: number; body: object } | Error;

/** Delivers to a Telegram that answers as told, and otherwise takes everything. */
async function delivered(message: Partial<Outbound>, answers: Record<string, Said[]> = {}) {
  const asked: Asked[] = [];
  const ask = (url: string, { method = 'GET', headers = {}, body = '' }: PlatformRequest = {}) => {
    const { pathname } = new URL(url);
    asked.push({ method, path: pathname, headers: { ...headers }, body: Buffer.from(body) });
    const said = answers[pathname.split('/').at(-1)!]?.shift() ?? { body: { ok: true, result: { message_id: 40 + asked.length } } };
    if (said instanceof Error) return Promise.reject(said);
    return Promise.resolve({ status: said.status ?? 200, headers: {}, body: Buffer.from(JSON.stringify(said.body)) });
  };
  const call = { settings: { botToken: '7:AA' }, ask } as unknown as Call;
  const sent: string[][] = [];
  const to = outbound({ ...message, line: { externalId: '5550001001' } });
  const end = await deliverTelegram!(
    call,
    [to],
    async (_message, ids) => void sent.push(ids),
    async () => {},
  ).catch((error: unknown) => error);
  return { sent, end, asked, params: await Promise.all(asked.map(paramsOf)) };
}

const file = (name: string, type: string, sizeInBytes = 1000): OutboundFile => ({
  name,
  type,
  sizeInBytes,
  url: null,
  read: async () => Buffer.from('content'),
});
const choices: Outbound['choices'] = ['返品したい', '担当者と話す'].map((label, index) => ({
  label,
  data: `mdg:msg_01k0c3v8n4m5q6r7s8t9w0x1y2:${index}`,
  choice: { kind: 'person' },
}));
const quote = { title: '返品と交換', text: '**30日**以内に[こちら](https://a.example)へ', url: 'https://shop.example/help/1' };

test('an answer of the bot: words, the article in plain words, buttons below the last of them', async () => {
  const { params, sent } = await delivered({ text: 'こちらをご覧ください', quote, choices });
  expect(params).toEqual([
    {
      chat_id: 5550001001,
      text: 'こちらをご覧ください\n\n返品と交換\n30日以内にこちらへ\nhttps://shop.example/help/1',
      reply_markup: {
        inline_keyboard: [
          [{ text: '返品したい', callback_data: choices[0]!.data }],
          [{ text: '担当者と話す', callback_data: choices[1]!.data }],
        ],
      },
    },
  ]);
  expect(sent).toEqual([['7:5550001001:41']]);
});

test('pictures are shown, other files are files, and too large is said before anything is', async () => {
  const both = await delivered({ text: '', files: [file('photo.jpg', 'image/jpeg'), file('ラベル.pdf', 'application/pdf')] });
  expect(both.params).toMatchObject([{ photo: { name: 'photo.jpg', type: 'image/jpeg' } }, { document: { name: 'ラベル.pdf' } }]);
  const large = await delivered({ text: '動画です', files: [file('movie.mov', 'video/quicktime', 51 * 1024 * 1024)] });
  expect([large.end, large.asked]).toMatchObject([{ code: 'too_large', temporary: false }, []]);
});

test('a picture that Telegram cannot show goes as a file', async () => {
  const refused = { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' } };
  const { asked, sent } = await delivered({ text: '', files: [file('long.png', 'image/png')] }, { sendPhoto: [refused] });
  expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(['sendPhoto', 'sendDocument']);
  expect(sent).toEqual([['7:5550001001:42']]);
});

test('no answer in time: nobody knows whether it arrived, so it is not said again by itself', async () => {
  const late = new ChannelError('platform_down', { temporary: true, detail: 'api.telegram.org: fetch.timed_out' });
  expect((await delivered({}, { sendMessage: [late] })).end).toMatchObject({ code: 'interrupted', temporary: false });
  const away = new ChannelError('platform_down', { temporary: true, detail: 'api.telegram.org: fetch.connection_failed' });
  expect((await delivered({}, { sendMessage: [away] })).end).toMatchObject({ code: 'platform_down', temporary: true });
});

test.each([
  [{ status: 429, body: { ok: false, description: 'Too Many Requests', parameters: { retry_after: 7 } } }, 'rate_limited', 7000, false],
  [{ status: 403, body: { ok: false, description: 'Forbidden: user is deactivated' } }, 'blocked', null, false],
  [{ status: 400, body: { ok: false, description: 'Bad Request: chat not found' } }, 'address_unknown', null, false],
  [{ status: 401, body: { ok: false, description: 'Unauthorized' } }, 'credentials_refused', null, true],
  [{ status: 413, body: { ok: false, description: 'Request Entity Too Large' } }, 'too_large', null, false],
  [{ status: 502, body: {} }, 'platform_down', null, false],
])('what Telegram answers is said in our words: %j', async (answer, code, retryAfterMs, aboutInbox) => {
  const { end, sent } = await delivered({}, { sendMessage: [answer] });
  expect([end, sent]).toMatchObject([{ code, retryAfterMs, aboutInbox }, []]);
});

describe.runIf(hasTelegramContract)('held to the published contract (read from ../shared/contracts)', () => {
  test('words, buttons, pictures and files', async () => {
    const files = [file('photo.jpg', 'image/jpeg'), file('label.pdf', 'application/pdf')];
    const { asked } = await delivered({ text: 'a'.repeat(5000), quote, choices, files });
    expect(asked).toHaveLength(4);
    const telegram = telegramContract();
    for (const one of asked) expect(await telegram.request(one)).toEqual([]);
  });
});
