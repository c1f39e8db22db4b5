import { describe, expect, test } from 'vitest';
import { hasContract, openApi } from './contract.ts';

const LINE = 'line/messaging-api.yml';
const json = { 'content-type': 'application/json' };

describe.runIf(hasContract(LINE))('a published contract (read from ../shared/contracts)', () => {
  const line = openApi(LINE);
  const push = (body: unknown, headers: Record<string, string> = {}) =>
    line.request({
      method: 'POST',
      path: '/v2/bot/message/push',
      headers: { ...json, ...headers },
      body: Buffer.from(JSON.stringify(body)),
    });

  test('a request as documented has no fault', () => {
    expect(push({ to: 'U1', messages: [{ type: 'text', text: 'こんにちは' }] })).toEqual([]);
    expect(line.request({ method: 'GET', path: '/v2/bot/profile/U1', headers: {}, body: Buffer.alloc(0) })).toEqual([]);
  });

  test('the discriminator decides what a message must have, and a misspelled field is seen', () => {
    expect(push({ to: 'U1', messages: [{ type: 'text' }] }).join()).toContain("required property 'text'");
    expect(push({ to: 'U1', messages: [{ type: 'image', originalContentUrl: 'https://a.example/b.png' }] }).join()).toContain(
      'previewImageUrl',
    );
    expect(push({ to: 'U1', messages: [{ type: 'text', text: 'a', quickreply: {} }] }).join()).toContain('unevaluated');
    expect(push({ to: 'U1', messages: [{ type: 'telepathy' }] })).not.toEqual([]);
  });

  test('addresses, headers and parameters are held to it as well', () => {
    expect(push({ to: 'U1', messages: [{ type: 'text', text: 'a' }] }, { 'x-line-retry-key': 'not a uuid' }).join()).toContain(
      'X-Line-Retry-Key',
    );
    expect(line.request({ method: 'GET', path: '/v2/bot/prophet/U1', headers: {}, body: Buffer.alloc(0) })).toEqual([
      'no such operation: GET /v2/bot/prophet/U1',
    ]);
    expect(line.request({ method: 'GET', path: '/v2/bot/profile/U1?x=1', headers: {}, body: Buffer.alloc(0) })).toEqual([
      'unknown query parameter x',
    ]);
  });

  test('a simulator’s answer is held to it', () => {
    expect(line.answer('POST', '/v2/bot/message/push', 200, { sentMessages: [{ id: '1' }] })).toEqual([]);
    expect(line.answer('POST', '/v2/bot/message/push', 200, {})).not.toEqual([]);
  });
});

const TWILIO = 'twilio/twilio_api_v2010.json';
describe.runIf(hasContract(TWILIO))('a contract of forms', () => {
  const twilio = openApi(TWILIO);
  const path = `/2010-04-01/Accounts/AC${'0'.repeat(32)}/Messages.json`;
  const post = (form: Record<string, string>) =>
    twilio.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: Buffer.from(new URLSearchParams(form).toString()),
    });

  test('fields of a form are held to it', () => {
    expect(post({ To: '+819012345678', From: '+15005550006', Body: 'お茶が届きました' })).toEqual([]);
    expect(post({ To: '+819012345678', Text: 'x' }).join()).toContain('Text');
  });
});
