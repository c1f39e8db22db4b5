import { expect, test } from 'vitest';
import { canRunExim, exim } from '../../../../test/exim.ts';
import { web } from '../../../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from '../email.testkit.ts';
import { post } from './receiver.testkit.ts';

/** Made before the tests, which take down what was made then. */
async function circle() {
  const product = await web();
  const { port } = await product.receiveMail({ host: '127.0.0.1', port: 0, certificate: null }, { judge: async () => null });
  return { product, mta: await exim({ bringsTo: port }) };
}
const house = canRunExim() ? await circle() : null;

// Root is needed: see canRunExim.
test.skipIf(!canRunExim())(
  'out to a real mail server, in by our own door, answered the same way; what is refused there comes back',
  async () => {
    const { product, mta } = house!;
    const settings = (address: string) => mailSettings({ imap: 1, smtp: mta.port }, { receiving: 'receiver', address });
    const shop = await mailHouse(product, 'shop.example', settings('help@shop.example'));
    const other = await mailHouse(product, 'other.example', settings('desk@other.example'));
    const write = (from: string, subject: string) =>
      post(
        mta.port,
        'help@shop.example',
        mailOf({ From: from, Subject: subject, 'Message-ID': `<${subject}@x.example>` }, '急須の件です。'),
        from,
      );

    // Both inboxes prove themselves by a mail that goes out and comes in.
    await until(async () => expect([(await shop.health()).state, (await other.health()).state]).toEqual(['good', 'good']));

    await write('desk@other.example', 'circle');
    const first = await shop.bySubject('circle');
    await shop.reply(first, 'すぐに代わりをお送りします。');
    const there = await other.bySubject('Re: circle');
    expect(await other.messages(there)).toMatchObject([{ text: 'すぐに代わりをお送りします。' }]);
    await other.reply(there, 'ありがとうございます。');
    await until(async () =>
      expect((await shop.messages(first)).at(-1)).toMatchObject({
        text: 'ありがとうございます。',
        joinedBy: 'token',
        author: { kind: 'customer' },
      }),
    );

    await write('kato@gone.example', 'gone');
    const second = await shop.bySubject('gone');
    const lost = await shop.reply(second, '承りました。');
    await until(async () => {
      const message = (await shop.messages(second)).find(({ id }) => id === lost);
      expect([message, mta.log()]).toMatchObject([{ delivery: 'failed', failure: { code: 'address_unknown' } }, expect.anything()]);
    });
    expect((await shop.messages(second)).filter(({ kind }) => kind === 'message')).toHaveLength(2);
  },
);
