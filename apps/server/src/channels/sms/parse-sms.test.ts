import { expect, test } from 'vitest';
import webhooks from '../../../../../fixtures/channels/sms/webhooks.json' with { type: 'json' };
import { parseSms } from './parse-sms.ts';
import { twilioSignature, verifySms } from './verify.ts';

type Name = keyof typeof webhooks;
const body = (fields: Record<string, string>) => Buffer.from(new URLSearchParams(fields).toString());
const receivedAt = new Date('2026-11-24T03:00:00Z');
const read = (name: Name) => parseSms({ headers: {}, body: body(webhooks[name]), receivedAt })[0];

test('the signature is Twilio’s, as its documentation computes it', () => {
  const form = new URLSearchParams({
    Digits: '1234',
    To: '+18005551212',
    From: '+14158675309',
    Caller: '+14158675309',
    CallSid: 'CA1234567890ABCDE',
  });
  expect(twilioSignature('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', form)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
});

test('a message is of the number it came from, in the language of its country', () => {
  expect(read('message')).toEqual({
    kind: 'message',
    externalId: webhooks.message.MessageSid,
    line: { externalId: '+819012345678', identity: { kind: 'phone', value: '+819012345678', verified: true }, locale: 'ja' },
    text: '急須が割れていました',
    files: [],
    at: receivedAt,
  });
  expect(read('english')).toMatchObject({ line: { locale: 'en' } });
});

test('pictures are fetched from Twilio, each with a name', () => {
  expect(read('picture')).toMatchObject({
    files: [
      { name: 'media-1.jpg', type: 'image/jpeg', ref: webhooks.picture.MediaUrl0 },
      { name: 'media-2', type: 'application/x-odd', ref: webhooks.picture.MediaUrl1 },
    ],
  });
});

test('who wants to hear no more is out of reach until they want to again; the words within a sentence are a sentence', () => {
  for (const name of ['stop', 'stop_twilio', 'stop_advanced'] as const)
    expect(read(name)).toMatchObject({ kind: 'reach', reachable: false });
  for (const name of ['start', 'start_twilio'] as const) expect(read(name)).toMatchObject({ kind: 'reach', reachable: true });
  expect(read('not_stop')).toMatchObject({ kind: 'message' });
});

test('the wish is confirmed once: by us, or by Twilio', () => {
  const url = 'https://desk.example/api/hooks/k';
  const answer = (name: Name) => {
    const raw = body(webhooks[name]);
    const headers = { 'x-twilio-signature': twilioSignature('token', url, new URLSearchParams(raw.toString())) };
    const verdict = verifySms({ authToken: 'token' }, { headers, query: {}, body: raw, url });
    return verdict.kind === 'keep' ? verdict.answer?.body : verdict.kind;
  };
  expect(answer('stop')).toContain('<Message>配信を停止しました。');
  expect(answer('start')).toContain('<Message>配信を再開しました。');
  for (const name of ['message', 'stop_advanced', 'start_twilio', 'status_delivered'] as const)
    expect(answer(name)).toMatch(/<Response><\/Response>$/);
});

test('states of our messages are receipts, with the reason where there is one', () => {
  expect(read('status_sent')).toMatchObject({ kind: 'ignored' });
  expect(read('status_delivered')).toMatchObject({ kind: 'receipt', state: 'delivered', externalId: webhooks.status_delivered.MessageSid });
  expect(read('status_undelivered')).toMatchObject({ state: 'failed', code: 'address_unknown', detail: 'Twilio 30005' });
  expect(read('status_failed')).toMatchObject({ state: 'failed', code: 'rejected', detail: 'Twilio 30008' });
});

test('senders nobody can answer by text message are left aside; what names no message is kept for a look', () => {
  expect([read('whatsapp'), read('name')]).toMatchObject([{ because: 'sender:whatsapp:+819012345678' }, { because: 'sender:BANK' }]);
  expect(() => parseSms({ headers: {}, body: Buffer.from('{"a":1}'), receivedAt })).toThrow('no webhook');
  const odd = { MessageSid: 'SM1', From: '+819012345678', NumMedia: '99999', Body: 'a\u0000b' };
  expect(parseSms({ headers: {}, body: body(odd), receivedAt })).toMatchObject([{ text: 'ab', files: [] }]);
});
