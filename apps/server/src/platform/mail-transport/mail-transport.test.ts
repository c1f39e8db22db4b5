import { type AddressInfo, createServer } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { mailError, mailServer } from '../../../test/mail-server.ts';
import type { SmtpSettings } from './mail.types.ts';
import { openMailTransport } from './mail-transport.ts';
import { sendBySmtp } from './smtp.ts';

const mail = { to: 'sato@mail.example', subject: '確認コード', text: 'コードは 123456 です。', idempotencyKey: 'code:1' };
const from = 'はづき茶舗 <help@shop.example>';
const settings = (port: number, rest: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  from,
  ...rest,
});
const short = { connectMs: 300, silentMs: 300, wholeMs: 600 };

describe('a mail', () => {
  test('arrives as it was written, says that a machine wrote it, and is the same mail when it is sent again', async () => {
    const server = await mailServer();
    const transport = openMailTransport({ url: server.url, from });
    const first = await transport.send(mail);
    await transport.send(mail);
    await transport.send({ ...mail, idempotencyKey: 'code:2', html: '<p>123456</p>', headers: { 'X-Own': 'yes' } });
    const [one, again, other] = server.mails;
    expect([one?.subject, one?.text?.trim(), one?.from?.text]).toEqual([
      '確認コード',
      'コードは 123456 です。',
      '"はづき茶舗" <help@shop.example>',
    ]);
    expect(one?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(one?.messageId).toBe(first.messageId);
    expect(again?.messageId).toBe(first.messageId);
    expect(other?.messageId).not.toBe(first.messageId);
    expect([other?.html, other?.headers.get('x-own')]).toEqual(['<p>123456</p>', 'yes']);
  });

  test('cannot be sent without a mail server', async () => {
    const transport = openMailTransport(null);
    expect([transport.available, transport.from]).toEqual([false, null]);
    await expect(transport.send(mail)).rejects.toMatchObject({ failure: 'not_set_up', temporary: true });
  });

  test('is for one address, and a subject stays a subject', async () => {
    const server = await mailServer();
    for (const to of ['a@mail.example, b@mail.example', 'a@mail.example\r\nBcc: b@mail.example', 'nobody', ''])
      await expect(sendBySmtp(settings(server.port), { ...mail, to })).rejects.toMatchObject({ failure: 'address', temporary: false });
    await sendBySmtp(settings(server.port), { ...mail, subject: 'あ\r\nBcc: b@mail.example' });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.bcc).toBeUndefined();
  });
});

describe('a refusal says whether trying again makes sense', () => {
  test.each([
    ['an address nobody has', 550, 'address', false],
    ['a full mailbox', 452, 'address', true],
  ] as const)('%s', async (_what, status, failure, temporary) => {
    const { port } = await mailServer({ onRcptTo: (_address, _session, done) => done(mailError(status, 'no')) });
    await expect(sendBySmtp(settings(port), mail)).rejects.toMatchObject({ failure, temporary, status });
  });

  test.each([
    [554, false],
    [451, true],
  ] as const)('a mail that the server answers with %i', async (status, temporary) => {
    const { port } = await mailServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(mailError(status, 'no')));
      },
    });
    await expect(sendBySmtp(settings(port), mail)).rejects.toMatchObject({ failure: 'refused', temporary, status });
  });

  test('a sender the server does not know', async () => {
    const { port } = await mailServer({ onMailFrom: (_address, _session, done) => done(mailError(553, 'not yours')) });
    await expect(sendBySmtp(settings(port), mail)).rejects.toMatchObject({ failure: 'sender', temporary: false });
  });

  test('a server that wants to be signed in to first', async () => {
    const { port } = await mailServer({
      onMailFrom: (_address, _session, done) => done(mailError(530, 'Must issue a STARTTLS command first')),
    });
    await expect(sendBySmtp(settings(port), mail)).rejects.toMatchObject({ failure: 'sign_in', temporary: true });
  });

  test('a wrong password, which can be put right; the right one passes', async () => {
    const server = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password, accessToken }, _session, done) => {
        const isRight = (username === 'shop' && password === 'right') || accessToken === 'token';
        if (isRight) done(null, { user: 'shop' });
        else done(new Error('wrong'));
      },
      authMethods: ['PLAIN', 'XOAUTH2'],
    });
    const as = (rest: Partial<SmtpSettings>) => sendBySmtp(settings(server.port, { login: 'shop', ...rest }), mail);
    await expect(as({ password: 'wrong' })).rejects.toMatchObject({ failure: 'sign_in', temporary: true });
    await as({ password: 'right' });
    await as({ accessToken: 'token' });
    expect(server.mails).toHaveLength(2);
  });

  test('a certificate nobody vouches for, and a line that stays open where TLS is required', async () => {
    const implicit = await mailServer({ secure: true });
    const starting = await mailServer({ disabledCommands: [] });
    const open = await mailServer();
    for (const one of [
      settings(implicit.port, { tls: 'implicit' }),
      settings(starting.port, { tls: 'required' }),
      settings(open.port, { tls: 'required' }),
    ])
      await expect(sendBySmtp(one, mail)).rejects.toMatchObject({ failure: 'tls', temporary: true });
    expect([...implicit.mails, ...starting.mails, ...open.mails]).toEqual([]);
  });

  test('a server that is not there, and one that never says a word', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    afterAll(() => silent.close());
    const { port } = silent.address() as AddressInfo;
    await expect(sendBySmtp(settings(port), mail, short)).rejects.toMatchObject({ failure: 'time_limit', temporary: true });
    await expect(sendBySmtp(settings(1), mail, short)).rejects.toMatchObject({ failure: 'unreachable', temporary: true });
  });
});
