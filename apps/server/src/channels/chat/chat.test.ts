import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { workspace as shop } from '../../../../../fixtures/workspace.ts';
import { call, web } from '../../../test/web.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { updateInbox } from '../../workspaces/inboxes.commands.ts';
import { createWorkspace } from '../../workspaces/workspaces.commands.ts';

const product = await web({ visitorMessagesPerMinute: 40 });
const shopOf = async () => {
  const { workspaceId, chatInboxId } = await createWorkspace(product.platform, { ...shop, greeting: { ...shop.greeting } });
  const ctx = makeCtx(product.platform, systemViewer(workspaceId), systemActor);
  const { key } = await ctx.transaction((tx) =>
    tx.selectFrom('inboxes').select('key').where('id', '=', chatInboxId).executeTakeFirstOrThrow(),
  );
  return { ctx, workspaceId, chatInboxId, key };
};
let here: Awaited<ReturnType<typeof shopOf>>;
let elsewhere: Awaited<ReturnType<typeof shopOf>>;
beforeAll(async () => {
  here = await shopOf();
  elsewhere = await shopOf();
});

const arrive = async (body: object = {}, key = here.key) =>
  call(product, 'POST', `/api/chat/${key}/session`, { body: { locale: 'ja', ...body } });
let n = 0;
const message = (text: string, more: object = {}) => {
  n += 1;
  return { externalId: `message-${n}`, text, locale: 'ja', ...more };
};
const say = (token: string, body: object, key = here.key) =>
  call(product, 'POST', `/api/chat/${key}/messages`, { body, headers: { authorization: `Bearer ${token}` } });
const read = async (token: string) =>
  (await call(product, 'GET', `/api/chat/${here.key}/conversation`, { headers: { authorization: `Bearer ${token}` } })).body;

describe('a visitor', () => {
  test('keeps the conversation with the token, over days and reloads', async () => {
    const { body: first } = await arrive();
    expect(first).toMatchObject({ workspace: { name: shop.name, color: shop.color }, conversation: null, messages: [] });
    const sent = await say(first.token, message('送料はいくらですか'));
    expect(sent).toMatchObject({
      status: 201,
      body: { message: { seq: 1, text: '送料はいくらですか' }, conversation: { handledBy: 'bot' } },
    });
    const { body: again } = await arrive({ token: first.token });
    expect(again.conversation.id).toBe(sent.body.conversation.id);
    expect(again.messages[0]).toMatchObject({ text: '送料はいくらですか', externalId: sent.body.message.externalId });
  });

  test('retries without writing twice', async () => {
    const { token } = (await arrive()).body;
    const once = message('届きません');
    const [a, b] = await Promise.all([say(token, once), say(token, once)]);
    expect(a.body.message.id).toBe(b.body.message.id);
    expect((await read(token)).messages.filter(({ author }: { author: { kind: string } }) => author.kind === 'customer')).toHaveLength(1);
  });

  test.each([
    ['no token', ''],
    ['nonsense', 'nonsense'],
    ['a forged payload', `${Buffer.from(JSON.stringify({ customerId: 'cus_x', until: 9e15 })).toString('base64url')}.AAAA`],
  ])('%s is nobody', async (_story, token) => {
    expect(await say(token, message('だれ?'))).toMatchObject({ status: 401, body: { code: 'visitor.token_invalid' } });
  });

  test('a token of another shop is nobody here, also when it is valid there', async () => {
    const { token } = (await arrive({}, elsewhere.key)).body;
    expect(await say(token, message('だれ?'))).toMatchObject({ status: 401 });
    expect(await arrive({ token })).toMatchObject({ status: 401, body: { code: 'visitor.token_invalid' } });
    expect((await say(token, message('こちらの店です'), elsewhere.key)).status).toBe(201);
  });
});

describe('a signed-in customer of the shop', () => {
  const secretOf = async () => {
    const { revealIdentitySecret } = await import('../../workspaces/inboxes.commands.ts');
    return revealIdentitySecret(here.ctx, product.keys, here.chatInboxId);
  };
  const signed = async (claims: object, secret: string, life = '1h') =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(life).sign(new TextEncoder().encode(secret));

  test('is the same customer on every device, and keeps what they asked before signing in', async () => {
    const secret = await secretOf();
    const { token } = (await arrive()).body;
    const { body: asked } = await say(token, message('ポイントを使いたい'));
    const identity = await signed({ sub: 'C-1001', name: '佐藤 花子', email: 'hanako.sato@mail.example' }, secret);
    const phone = (await arrive({ token, identity })).body;
    expect(phone).toMatchObject({
      customer: { name: '佐藤 花子', identified: true, hasEmail: true },
      conversation: { id: asked.conversation.id },
    });
    const laptop = (await arrive({ identity })).body;
    expect(laptop.conversation.id).toBe(asked.conversation.id);
  });

  test.each([
    ['signed with another secret', async () => signed({ sub: 'C-1001' }, 'x'.repeat(43))],
    ['expired', async () => signed({ sub: 'C-1001' }, await secretOf(), '-1h')],
    ['without a customer number', async () => signed({ name: '佐藤' }, await secretOf())],
    ['unsigned', async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"C-1001","exp":9999999999}')}.`],
  ])('an identity %s is refused', async (_story, make) => {
    expect(await arrive({ identity: await make() })).toMatchObject({ status: 401, body: { code: 'visitor.identity_invalid' } });
  });
});

describe('what bad input gets', () => {
  test.each([
    ['a message of 1 MB', { text: 'あ'.repeat(349_526) }, 413],
    ['a text over the limit', { text: 'あ'.repeat(20_001) }, 400],
    ['lone surrogates', { text: 'こわれた\ud800文字' }, 400],
    ['a NUL', { text: 'ab\u0000c' }, 400],
    ['nothing at all', { text: '' }, 400],
    ['a file of somebody else', { text: 'これ', attachmentIds: ['att_00000000000000000000000000'] }, 409],
    ['a choice that is none', { text: 'これ', choice: { kind: 'refund' } }, 400],
  ])('%s → a clear problem', async (_story, what, status) => {
    const { token } = (await arrive()).body;
    const answer = await say(token, { ...message(''), ...what });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.code).toMatch(/^[a-z_]+(\.[a-z_]+)?$/);
  });

  test('broken JSON and invalid UTF-8', async () => {
    const { token } = (await arrive()).body;
    for (const payload of ['{"text":', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])]) {
      const response = await product.http.inject({
        method: 'POST',
        url: `/api/chat/${here.key}/messages`,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        payload,
      });
      expect(response.statusCode).toBe(400);
    }
  });

  test('HTML and script are words like any others', async () => {
    const { token } = (await arrive()).body;
    const text = '<script>alert(1)</script><b>太字</b>';
    expect((await say(token, message(text))).body.message.text).toBe(text);
  });

  test('a flood from one visitor is stopped; others are not', async () => {
    const { token } = (await arrive()).body;
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => say(token, message(`${i}`))));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(20);
    expect(refused[0]).toMatchObject({ body: { code: 'too_many_requests' } });
    expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0);
    const other = (await arrive()).body.token;
    expect((await say(other, message('ふつうの質問'))).status).toBe(201);
  });

  test('a page that the inbox does not name is refused, one that it names is let in', async () => {
    const from = (origin: string) =>
      call(product, 'POST', `/api/chat/${elsewhere.key}/session`, { body: { locale: 'ja' }, headers: { origin } });
    await updateInbox(elsewhere.ctx, elsewhere.chatInboxId, { allowedOrigins: ['https://www.hazuki-saji.example'] });
    expect(await from('https://evil.example')).toMatchObject({
      status: 403,
      body: { code: 'origin.refused' },
      // The page may read that it was refused; a browser would call it a broken connection otherwise.
      headers: { 'access-control-allow-origin': 'https://evil.example' },
    });
    expect(await from('https://www.hazuki-saji.example')).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': 'https://www.hazuki-saji.example' },
    });
  });

  test('an unknown inbox, and a paused one', async () => {
    expect(await arrive({}, 'no-such-key')).toMatchObject({ status: 404, body: { code: 'inbox.unknown' } });
  });
});
