import { expect, test } from 'vitest';
import { canRunExim, exim } from '../../test/exim.ts';
import { mailServer } from '../../test/mail-server.ts';
import { tcpProxy } from '../../test/tcp-proxy.ts';
import { call, web } from '../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../channels/email/email.testkit.ts';

const TANAKA = 'tanaka@maker.example';
/** The maker's own server, a provider's (Exim) that brings it mail, and the way from us to the provider. */
const maker = await mailServer();
const product = await web();
const way = canRunExim() ? await tcpProxy((await exim({ bringsTo: maker.port })).port) : null;

// Root is needed: see canRunExim.
test.skipIf(!way)(
  'the mail server goes away in the middle of a mail to the maker: it waits, is tried again, and is there once',
  async () => {
    const settings = mailSettings({ imap: 1, smtp: way!.port }, { receiving: 'none' });
    const house = await mailHouse(product, 'shop.example', settings);
    await house.take(
      mailOf({ From: 'Sato <sato@mail.example>', Subject: 'Kyusu', 'Message-ID': '<1@mail.example>' }, '蓋が割れています。'),
    );
    const id = await house.bySubject('Kyusu');

    let cuts = 0;
    way!.watch((_bytes, piece) => {
      // It has agreed to take the words (RFC 5321, 4.2.2), and is gone before it has them.
      if (cuts > 0 || !/^354 /m.test(piece.toString('latin1'))) return;
      cuts += 1;
      way!.cut();
    });
    const made = await call(product, 'POST', `/api/conversations/${id}/side-conversations`, {
      body: { inboxId: house.inboxId, to: [TANAKA], subject: 'Futa', text: '蓋だけありますか。', idempotencyKey: 'asked-once' },
      headers: house.agent,
    });
    expect(made.status).toBe(201);
    const tried = () => house.shop.ctx.transaction((tx) => tx.selectFrom('side_messages').select('tries').executeTakeFirstOrThrow());
    const shown = async () =>
      (await call(product, 'GET', `/api/conversations/${id}/side-conversations`, { headers: house.agent })).body.items[0].messages[0];

    await until(async () => expect(await shown()).toMatchObject({ delivery: 'sent', failure: null }));
    expect((await tried()).tries).toBeGreaterThanOrEqual(1);
    await until(async () => expect(maker.to(TANAKA)).not.toEqual([]));
    expect([cuts, maker.to(TANAKA).map(({ subject }) => subject)]).toEqual([1, ['Futa']]);
  },
);
