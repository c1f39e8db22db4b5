import { expect, test } from 'vitest';
import { faqEn } from '../../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../../fixtures/faq/ja.ts';
import { botHouse } from '../../../test/bot-house.ts';
import { assign } from '../../conversations/commands/manage.ts';
import { botReader } from '../bot.reader.ts';

const { system, suzuki, customer, hears, sources, bot, botCtx } = await botHouse();
const fee = faqJa.find(({ slug }) => slug === 'delivery-fee')!;
const feeInEnglish = faqEn.find(({ slug }) => slug === 'delivery-fee')!;
type Person = Awaited<ReturnType<typeof customer>>;

const notesOf = async ({ conversation }: Person) => {
  const { id } = await conversation();
  return system.transaction((tx) =>
    tx.selectFrom('messages').select(['text', 'author_kind', 'seq']).where('conversation_id', '=', id).where('kind', '=', 'note').execute(),
  );
};
const takes = async ({ conversation }: Person) => assign(suzuki, (await conversation()).id, { agentId: suzuki.actor.id, teamId: null });

test('people read what was asked, what was tried and what came of it, once, right behind the hand-off', async () => {
  const sato = await customer();
  await sato.says('こんにちは');
  await sato.says(fee.question);
  const ideas = await sato.says('いいえ', { kind: 'not_solved' });
  const offered = ideas.blocks
    .flatMap((block) => (block.type === 'choices' ? block.choices : []))
    .filter(({ choice }) => choice.kind === 'article');
  const last = await sato.write('この中にはありません', { kind: 'none_of_these' });
  await Promise.all([hears(last), hears(last, botReader(sources))]);

  const notes = await notesOf(sato);
  const [one, two] = offered.map(({ label }) => `「${label}」(該当せず)`);
  expect(notes).toEqual([
    {
      author_kind: 'bot',
      seq: (await sato.conversation()).last_seq,
      text: `ボットからの引き継ぎ\n・ご質問: ${fee.question}\n・ご案内した記事: 「${fee.question}」(解決せず)\n・候補に挙げた記事: ${one}、${two}`,
    },
  ]);
  expect((await sato.facts()).slice(-2)).toEqual(['conversation.handed_off', 'note.added']);
  expect((await sato.messages()).map(({ text }) => text)).not.toContain(notes[0]!.text);

  // The bot reads of its own hand-off, and adds nothing.
  const handedOff = await system.transaction((tx) =>
    tx.selectFrom('events').selectAll().where('name', '=', 'conversation.handed_off').orderBy('position', 'desc').executeTakeFirstOrThrow(),
  );
  await bot.handlers['conversation.handed_off']!(botCtx, handedOff);
  expect(await notesOf(sato)).toHaveLength(1);
  await takes(sato);
});

test('in the company’s language, whatever the customer’s', async () => {
  const visitor = await customer('en');
  await visitor.says(feeInEnglish.question);
  await visitor.says('I want to talk to a person');
  expect((await notesOf(visitor)).map(({ text }) => text)).toEqual([
    `ボットからの引き継ぎ\n・ご質問: ${feeInEnglish.question}\n・ご案内した記事: 「${feeInEnglish.question}」\n・書いた言葉: 英語`,
  ]);
  await takes(visitor);
});

test('nothing is noted of somebody who only wanted a person', async () => {
  const sato = await customer();
  await sato.says('人と話したい');
  expect(await notesOf(sato)).toEqual([]);
  await takes(sato);
});

test('a customer is told their place in the queue as it is', async () => {
  const said: string[] = [];
  const line: Person[] = [];
  for (const locale of ['ja', 'en', 'ja'] as const) {
    const one = await customer(locale);
    line.push(one);
    said.push((await one.says(locale === 'ja' ? '担当者をお願いします' : 'human')).text);
  }
  expect(said).toEqual([
    '担当者におつなぎします。次にお答えする順番で、お返事まで約10分の見込みです。このままお待ちください。',
    'I’m passing you to our team. You’re number 2 in line, and the wait is 15 to 20 minutes.',
    '担当者におつなぎします。ただいま順番は3番目で、お返事まで20〜30分の見込みです。このままお待ちください。',
  ]);
  await takes(line[0]!);
  expect((await (await customer()).says('ふざけるな')).text).toBe(
    'ご不快な思いをさせてしまい、申し訳ありません。\n担当者におつなぎします。ただいま順番は3番目で、お返事まで20〜30分の見込みです。このままお待ちください。',
  );
});
