import { expect, test, vi } from 'vitest';
import { call, web } from '../../../test/web.ts';
import { emailChannel } from '../email/email.channel.ts';
import { mailHouse, mailOf, mailSettings } from '../email/email.testkit.ts';

let isBroken = true;
const product = await web({
  channels: [
    {
      ...emailChannel,
      connect: async () => ({ stop: async () => {} }),
      place: async (...given) => {
        if (isBroken && given[3].line.identity.value === 'sato@mail.example') throw new Error('this one cannot be taken in');
        return emailChannel.place!(...given);
      },
    },
  ],
});
const house = await mailHouse(product, 'shop.example', mailSettings({ imap: 1, smtp: 1 }));
const from = (name: string, id: string, more = {}) =>
  house.take(mailOf({ From: `${name}@mail.example`, Subject: id, 'Message-ID': `<${id}@mail.example>`, ...more }, '本文です'));
const soon = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 30_000, interval: 50 });
const subjects = async () => (await house.conversations()).map(({ subject }) => subject).sort();

test('a mail that cannot be taken in holds up what answers it and what its sender writes, and nobody else', async () => {
  await from('sato', 'stuck');
  await from('kato', 'answers-it', { 'In-Reply-To': '<stuck@mail.example>' });
  await from('mori', 'other');
  await soon(async () => expect(await subjects()).toEqual(['other']));
  await from('sato', 'next');
  await from('ueda', 'later');
  await soon(async () => expect(await subjects()).toEqual(['later', 'other']));
  isBroken = false;
  await soon(async () => expect(await subjects()).toEqual(['later', 'next', 'other', 'stuck']));
  const id = await house.bySubject('stuck');
  expect((await call(product, 'GET', `/api/conversations/${id}`, { headers: house.agent })).body.messages).toHaveLength(2);
});
