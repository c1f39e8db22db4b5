import { describe, expect, test } from 'vitest';
import webhooks from '../../../../../fixtures/channels/sms/webhooks.json' with { type: 'json' };
import { channelStory, soon } from '../../../test/channel-story.ts';
import { hasContract, openApi } from '../../../test/contract.ts';
import { accountSid, twilioSimulator } from '../../../test/simulators/twilio.ts';
import { smsChannel } from './sms.channel.ts';

const authToken = 'a-token-of-the-account';
const number = '+815031234567';
const twilio = await twilioSimulator({ authToken, number });
const house = await channelStory({
  channel: smsChannel,
  settings: { accountSid, authToken, from: number },
  origins: { 'https://api.twilio.com': twilio.origin },
});
twilio.state.smsUrl = house.hookUrl;

const hear = (fields: Record<string, string>, wish = {}) => {
  const { body, headers } = twilio.webhook(house.hookUrl, fields, wish);
  return house.post(body, headers);
};
const says = (index: number, Body: string) => {
  const sid = `SM${String(index).padStart(32, 'f')}`;
  return hear({ ...webhooks.message, MessageSid: sid, SmsSid: sid, SmsMessageSid: sid, Body });
};
const status = (MessageSid: string, MessageStatus: string, more = {}) =>
  hear({ ...webhooks.status_sent, MessageSid, SmsSid: MessageSid, MessageStatus, SmsStatus: MessageStatus, ...more });
const sentWith = (text: string) => soon(() => twilio.sent.find(({ form }) => form.get('Body') === text) ?? expect.fail(text));

test('the settings are proven: whose account, whose number, and that Twilio posts here', async () => {
  expect(await house.check()).toMatchObject({ ok: true, account: `葉月茶舗 · ${number}` });
  expect(await house.health()).toMatchObject({ state: 'good', notes: { webhook: 'active' } });
  twilio.state.smsUrl = 'https://elsewhere.example/';
  await house.check();
  expect(await house.health()).toMatchObject({ notes: { webhook: 'elsewhere' } });
  twilio.state.smsUrl = house.hookUrl;
});

test('Sato writes with a picture, an agent answers, and the phone says that it arrived', async () => {
  expect((await hear(webhooks.message)).headers['content-type']).toContain('text/xml');
  await hear(webhooks.picture);
  const conversation = await house.conversationWith('この部分です');
  const said = await house.messages(conversation);
  expect(said.find(({ text }) => text === 'この部分です')?.attachments.map(({ name }) => name)).toEqual(['media-1.jpg', 'media-2']);
  const answer = await house.reply(conversation, '代わりの品をお送りします。');
  const { sid, form } = await sentWith('代わりの品をお送りします。');
  expect(Object.fromEntries(form)).toMatchObject({ To: '+819012345678', From: number, StatusCallback: house.hookUrl });
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('sent'));
  for (const state of ['sent', 'delivered', 'delivered']) expect((await status(sid, state)).statusCode).toBe(200);
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('delivered'));
});

test('the same webhook twice is one message; a forged one, or one for another address, is refused', async () => {
  await hear(webhooks.message);
  await says(1, 'まだですか');
  const conversation = await house.conversationWith('まだですか');
  expect(await house.customersSaid(conversation)).toEqual(['急須が割れていました', 'この部分です', 'まだですか']);
  const before = (await house.payloads()).length;
  expect((await hear({ ...webhooks.message, MessageSid: 'SMforged' }, { token: 'guessed' })).statusCode).toBe(401);
  const { body, headers } = twilio.webhook('https://other.example/api/hooks/x', webhooks.message);
  expect((await house.post(body, headers)).statusCode).toBe(401);
  expect(await house.payloads()).toHaveLength(before);
});

test('a message that did not arrive says why, in the reader’s language, and can be sent again', async () => {
  const conversation = await house.conversationWith('まだですか');
  const answer = await house.reply(conversation, '本日発送しました。');
  const { sid } = await sentWith('本日発送しました。');
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('sent'));
  await status(sid, 'undelivered', { ErrorCode: '30005' });
  await house.until(conversation, answer, ({ delivery, failure }) =>
    expect([delivery, failure?.code]).toEqual(['failed', 'address_unknown']),
  );
  const before = twilio.sent.length;
  expect((await house.retry(answer)).status).toBe(204);
  await soon(() => expect(twilio.sent.length).toBe(before + 1));
});

test('word that a text with a code was lost comes to an address that names the code: no other can be put in its place', async () => {
  const at = house.shop.ctx.clock.now();
  const sent = { id: 'otc_1', sealed: null, status: 'sent', send_before: at, failure: null, created_at: at, done_at: at };
  const { workspaceId: workspace_id } = house.shop.ctx.viewer;
  await house.shop.ctx.transaction((tx) =>
    tx
      .insertInto('code_texts')
      .values([sent, { ...sent, id: 'otc_2' }].map((row) => ({ ...row, workspace_id })))
      .execute(),
  );
  const fields = { ...webhooks.status_undelivered, MessageSid: 'SMcode' };
  const { body, headers } = twilio.webhook(`${house.hookUrl}?text=otc_1`, fields);
  for (const query of ['', '?text=otc_2']) expect((await house.post(body, headers, query)).statusCode).toBe(401);
  expect((await house.post(body, headers, '?text=otc_1')).statusCode).toBe(200);
  const texts = () => house.shop.ctx.transaction((tx) => tx.selectFrom('code_texts').select(['id', 'status', 'failure']).execute());
  const lost = { id: 'otc_1', status: 'refused', failure: 'address_unknown' };
  await soon(async () => expect(await texts()).toEqual(expect.arrayContaining([lost, { id: 'otc_2', status: 'sent', failure: null }])));
});

test('Twilio asks us to wait, then is away: the reply goes out once', async () => {
  const conversation = await house.conversationWith('まだですか');
  twilio.refusals.push(
    { status: 429, code: 20429, message: 'Too Many Requests', headers: { 'retry-after': '0' } },
    { status: 503, code: 20503, message: 'Service unavailable' },
  );
  const answer = await house.reply(conversation, 'もう少しお待ちください。');
  for (const left of [1, 0]) {
    await soon(() => expect(twilio.refusals).toHaveLength(left));
    await house.hurry();
  }
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('sent'));
  const times = () => twilio.sent.filter(({ form }) => form.get('Body') === 'もう少しお待ちください。').length;
  await soon(() => expect(times()).toBe(1));
});

test('a long text goes out in parts, and all of them again when one was lost', async () => {
  const conversation = await house.conversationWith('まだですか');
  const before = twilio.sent.length;
  const parts = ['一', '二'].map((one) => one.repeat(1500));
  const answer = await house.reply(conversation, parts.join('\n'));
  const texts = () => twilio.sent.slice(before).map(({ form }) => form.get('Body'));
  await soon(() => expect(texts()).toEqual(parts));
  await status(twilio.sent.at(-1)!.sid, 'failed', { ErrorCode: '30008' });
  await house.until(conversation, answer, ({ delivery }) => expect(delivery).toBe('failed'));
  expect((await house.retry(answer)).status).toBe(204);
  await soon(() => expect(texts()).toEqual([...parts, ...parts]));
});

test('停止 is confirmed once and respected; 再開 brings the line back', async () => {
  const conversation = await house.conversationWith('まだですか');
  expect((await hear(webhooks.stop)).body).toContain('<Message>配信を停止しました。');
  await soon(async () => expect(await house.lines(conversation)).toMatchObject([{ channel: 'sms', reachable: false }]));
  const before = twilio.sent.length;
  const answer = await house.reply(conversation, '新茶が入りました');
  await house.until(conversation, answer, ({ failure }) => expect(failure?.code).toBe('blocked'));
  expect(twilio.sent).toHaveLength(before);
  await hear(webhooks.start);
  await soon(async () => expect(await house.lines(conversation)).toMatchObject([{ reachable: true }]));
  expect(await house.customersSaid(conversation)).toEqual(['急須が割れていました', 'この部分です', 'まだですか']);
});

test('a token that was revoked: the health page says so, and the reply does, too', async () => {
  const conversation = await house.conversationWith('まだですか');
  twilio.state.authToken = 'another';
  expect(await house.check()).toMatchObject({ ok: false, failure: 'credentials_refused' });
  const answer = await house.reply(conversation, '聞こえますか');
  await house.until(conversation, answer, ({ failure }) => expect(failure?.code).toBe('credentials_refused'));
  expect(await house.health()).toMatchObject({ state: 'failing', failure: 'credentials_refused' });
  twilio.state.authToken = authToken;
  await house.check();
  expect(await house.health()).toMatchObject({ state: 'good' });
});

test('an agent writes first, from another number of ours, to a phone that has written before', async () => {
  const conversation = await house.conversationWith('まだですか');
  const settings = { accountSid, authToken, sender: 'service', messagingServiceSid: `MG${'3c'.repeat(16)}` };
  const inboxId = await house.addInbox('発送のお知らせ', settings);
  const inIt = (one: { inboxId: string }) => one.inboxId === inboxId;
  // Which inboxes an agent sees is told to the desk a moment after one was made.
  const line = await soon(async () => (await house.lines(conversation)).find(inIt) ?? expect.fail('no line yet'));
  expect(line).toMatchObject({ threadId: null, address: '+819012345678', reachable: true });
  await house.reply(conversation, '本日お届けします。', { via: { inboxId, identityId: line.identityId } });
  const { form } = await sentWith('本日お届けします。');
  expect(Object.fromEntries(form)).toMatchObject({ To: '+819012345678', MessagingServiceSid: settings.messagingServiceSid });
  expect(form.has('From')).toBe(false);
});

test('only a number in its one international form is written to first', () => {
  const open = (kind: string, value: string) => smsChannel.newLine?.({ kind, value }, 'cnv_1');
  expect([open('phone', '+819012345678'), open('phone', '09012345678'), open('email', 'sato@mail.example')]).toEqual([
    '+819012345678',
    null,
    null,
  ]);
});

const TWILIO = 'twilio/twilio_api_v2010.json';
describe.runIf(hasContract(TWILIO))('held to the published contract (read from ../shared/contracts)', () => {
  test('everything we asked of the API in these stories is as documented, and so is what the simulator answered', () => {
    const contract = openApi(TWILIO);
    const asked = twilio.asked.filter(({ path }) => !path.includes('/Media/'));
    expect(asked.flatMap((one) => contract.request(one))).toEqual([]);
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET', 'POST']));
  });
});
