import { getSystemMail, testSystemMail } from '@madoguchi/contract/system-mail.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { mailError, mailServer } from '../../../test/mail-server.ts';
import { stage } from '../../../test/stage.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { makeHttpServer } from '../../platform/http/server.ts';
import { makeLog } from '../../platform/log/log.ts';
import { openMailTransport } from '../../platform/mail-transport/mail-transport.ts';
import { openOutbox } from '../../platform/mail-transport/outbox.ts';
import { keysFrom } from '../../platform/secrets/keys.ts';
import { systemMailRoutes } from './system-mail.routes.ts';

const { suzuki, system } = await stage();
const { email } = await system.transaction((tx) =>
  tx.selectFrom('agents').select('email').where('id', '=', suzuki.actor.id!).executeTakeFirstOrThrow(),
);
const from = 'はづき茶舗 <help@hazuki.example>';

async function settings(url: string | null, ctx: Ctx = suzuki) {
  const { app } = await makeHttpServer({ log: makeLog('silent'), checkAnswers: true, authorize: async () => ctx });
  systemMailRoutes(app, openMailTransport(url ? { url, from } : null));
  await app.ready();
  afterAll(() => app.close());
  const ask = async ({ method, path }: typeof getSystemMail | typeof testSystemMail) => {
    const response = await app.inject({ method, url: path });
    return { status: response.statusCode, body: response.json() };
  };
  return { state: () => ask(getSystemMail), test: () => ask(testSystemMail) };
}

describe('an administrator sees whether mail works', () => {
  test('a test mail reaches them', async () => {
    const post = await mailServer();
    const desk = await settings(post.url);
    expect((await desk.state()).body).toEqual({ available: true, from, stuck: null });
    expect((await desk.test()).body).toEqual({ ok: true, to: email, failure: null, detail: null });
    expect(post.to(email).map(({ subject }) => subject)).toEqual([expect.stringContaining('テスト')]);
  });

  test('or they read why it does not', async () => {
    const { url } = await mailServer({ onMailFrom: (_address, _session, done) => done(mailError(550, 'not your address')) });
    const refused = (await (await settings(url)).test()).body;
    expect(refused).toMatchObject({ ok: false, to: email, failure: 'sender' });
    expect(refused.detail).toContain('not your address');
    const none = await settings(null);
    expect((await none.state()).body).toEqual({ available: false, from: null, stuck: null });
    expect((await none.test()).body).toEqual({ ok: false, to: email, failure: 'not_set_up', detail: null });
  });

  test('and what is stuck', async () => {
    const { url } = await mailServer({ onRcptTo: (_address, _session, done) => done(mailError(451, 'later')) });
    const outbox = openOutbox({
      transport: openMailTransport({ url, from }),
      sealingKey: keysFrom(Buffer.alloc(32, 5)).derive('system-mail'),
    });
    await system.transaction((tx) => outbox.queue(system, tx, { to: 'a@mail.example', subject: 'S', text: 'T', idempotencyKey: 'one' }));
    const { id } = await system.transaction((tx) => tx.selectFrom('system_mails').select('id').executeTakeFirstOrThrow());
    await expect(outbox.deliver(system, id)).rejects.toThrow();
    expect((await (await settings(url)).state()).body.stuck).toEqual({ count: 1, failure: 'address' });
  });

  test('a program has no address to send to', async () => {
    expect(await (await settings(null, system)).test()).toMatchObject({ status: 422, body: { code: 'mail.no_address' } });
  });
});
