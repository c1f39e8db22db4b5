import { expect, test } from 'vitest';
import { call, web } from '../../../test/web.ts';
import { mailHouse, mailOf, mailSettings, until } from './email.testkit.ts';

const product = await web();
// Mails are handed in as if they had been read: no mailbox is needed here.
const house = await mailHouse(product, 'shop.example', mailSettings({ imap: 1, smtp: 1 }));
const sato = 'Sato Misaki <sato@mail.example>';
const send = (id: string, subject: string, text: string, head: Record<string, string> = {}) =>
  house.take(mailOf({ From: sato, Subject: subject, 'Message-ID': `<${id}@mail.example>`, ...head }, text));
const move = (messageId: string, conversationId: string | null) =>
  call(product, 'POST', `/api/messages/${messageId}/move`, { body: { conversationId }, headers: house.agent });
const textsOf = async (id: string) => (await house.messages(id)).filter(({ kind }) => kind === 'message').map(({ text }) => text);

test('a mail that joined the wrong matter gets its own, and what answers it follows; the other matter goes on undisturbed', async () => {
  await send('1', 'Delivery to Osaka', '大阪にはいつ届きますか');
  const first = await house.bySubject('Delivery to Osaka');
  await send('2', 'RE: Delivery to Osaka', '別の注文の返品についてです');
  await until(async () => expect(await textsOf(first)).toHaveLength(2));
  const wrong = (await house.messages(first))[1]!;
  expect(wrong.joinedBy).toBe('guess');

  const moved = await move(wrong.id, null);
  expect(moved).toMatchObject({ status: 200, body: { subject: '別の注文の返品についてです', status: 'open', agentActed: true } });
  const second = moved.body.id as string;
  expect(await textsOf(first)).toEqual(['大阪にはいつ届きますか']);
  expect(await house.messages(second)).toMatchObject([{ text: '別の注文の返品についてです', joinedBy: 'moved' }]);
  expect((await house.detail(first)).facts.at(-1)).toMatchObject({ name: 'message.moved', data: { to: second } });

  await send('3', 'Re: Delivery to Osaka', '返品の追伸です', { 'In-Reply-To': '<2@mail.example>' });
  await send('4', 'Re: Delivery to Osaka', '大阪の追伸です', { 'In-Reply-To': '<1@mail.example>' });
  await until(async () => {
    expect(await textsOf(second)).toEqual(['別の注文の返品についてです', '返品の追伸です']);
    expect(await textsOf(first)).toEqual(['大阪にはいつ届きますか', '大阪の追伸です']);
  });
});

test('moved back it stands where it stood, and says what it said', async () => {
  const first = await house.bySubject('Delivery to Osaka');
  const second = (await house.detail(first)).facts.at(-1).data.to as string;
  const [wrong, answer] = await house.messages(second);
  expect((await move(wrong!.id, first)).status).toBe(200);
  expect((await move(answer!.id, first)).body).toMatchObject({ id: first, status: 'open' });
  expect((await textsOf(first)).slice(0, 2)).toEqual(['大阪にはいつ届きますか', '別の注文の返品についてです']);
  expect((await house.messages(first))[1]?.joinedBy).toBe('guess');
  expect((await house.detail(second)).conversation).toMatchObject({ status: 'closed', waitingSince: null });

  await send('5', 'Re: Delivery to Osaka', '返品はどうなりましたか', { 'In-Reply-To': '<2@mail.example>' });
  await until(async () => expect((await textsOf(first)).at(-1)).toBe('返品はどうなりましたか'));
});

test('nobody’s mail goes to another customer, our own words stay, and a lone message has nowhere to go', async () => {
  const first = await house.bySubject('Delivery to Osaka');
  await house.take(mailOf({ From: 'kato@mail.example', Subject: 'Gift', 'Message-ID': '<6@mail.example>' }, '贈り物です'));
  const gift = await house.bySubject('Gift');
  const [lone] = await house.messages(gift);
  expect(await move(lone!.id, first)).toMatchObject({ status: 409, body: { code: 'message.move_refused' } });
  expect(await move(lone!.id, null)).toMatchObject({ status: 409 });
  const ours = await house.reply(first, 'お調べします');
  expect(await move(ours, null)).toMatchObject({ status: 409 });
  expect(await textsOf(gift)).toEqual(['贈り物です']);
});
