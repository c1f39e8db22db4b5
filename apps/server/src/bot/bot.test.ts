import type { Choice } from '@madoguchi/contract/messages.ts';
import { describe, expect, test } from 'vitest';
import { faqEn } from '../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import { botHouse, choicesIn, quoteIn } from '../../test/bot-house.ts';
import { claimIdentity } from '../customers/customers.commands.ts';

const { system, clock, articles, customer, dataOf } = await botHouse();
const asked = faqJa.find(({ slug }) => slug === 'delivery-fee')!;

describe('a question that the FAQ answers', () => {
  test.each(['delivery-fee', 'delivery-time', 'account-password-reset'])(
    '%s: its own words, its title, its address, and whether it helped',
    async (slug) => {
      const article = faqJa.find((one) => one.slug === slug)!;
      const { text, blocks } = await (await customer()).says(article.question);
      expect(quoteIn(blocks)).toEqual({
        type: 'quote',
        articleId: articles.get(`ja:${slug}`)!.id,
        title: article.question,
        url: `/help/articles/${slug}`,
        markdown: article.answer,
        updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        whole: true,
      });
      expect(text).toContain('解決しましたか?');
      expect(choicesIn(blocks)).toEqual(['solved', 'not_solved']);
    },
  );

  test('in English is answered in English', async () => {
    const article = faqEn.find(({ slug }) => slug === 'delivery-fee')!;
    const { text, blocks } = await (await customer('en')).says(article.question);
    expect(quoteIn(blocks)).toMatchObject({ title: article.question, markdown: article.answer, url: '/help/en/articles/delivery-fee' });
    expect(text).not.toMatch(/[ぁ-ん]/);
  });

  test.each([
    ['pressing yes', '', { kind: 'solved' } as Choice],
    ['saying thanks', 'はい、ありがとうございます', null],
  ])('%s resolves it, and that the bot did is a fact', async (_story, text, choice) => {
    const sato = await customer();
    await sato.says(asked.question);
    const last = await sato.says(text || 'はい、解決しました', choice);
    expect(last.text).toBe('解決してよかったです。またいつでもお声がけください。');
    const { id, status, handled_by } = await sato.conversation();
    expect([status, handled_by]).toEqual(['resolved', 'bot']);
    expect(await dataOf(id, 'conversation.resolved')).toEqual([{ from: 'open', by: 'bot' }]);
    expect(await sato.facts()).not.toContain('conversation.handed_off');
  });

  test('no leads on to other ideas, and a second no to a person', async () => {
    const sato = await customer();
    await sato.says(asked.question);
    const others = await sato.says('いいえ', { kind: 'not_solved' });
    expect(others.text).toContain('お役に立てず申し訳ありません');
    expect(choicesIn(others.blocks)).toEqual(['article', 'article', 'none_of_these']);
    expect(JSON.stringify(others.blocks)).not.toContain(articles.get('ja:delivery-fee')!.id);

    const handed = await sato.says('この中にはありません', { kind: 'none_of_these' });
    expect(handed.text).toContain('担当者におつなぎします。次にお答えする順番で、お返事まで約10分の見込みです。');
    const { id, handled_by, status, waiting_since } = await sato.conversation();
    expect([handled_by, status, waiting_since !== null]).toEqual(['human', 'open', true]);
    expect(await dataOf(id, 'conversation.handed_off')).toEqual([{ because: 'two_failures' }]);
  });

  test('what it did is kept for agents: query, candidates with scores, decision and why', async () => {
    const sato = await customer();
    await sato.says(asked.question);
    await sato.says('いいえ', { kind: 'not_solved' });
    const [first, second, ...rest] = await sato.steps();
    expect(first).toMatchObject({ query: asked.question, decision: 'answer', messageId: (await sato.messages())[1]!.id });
    expect(first!.candidates[0]).toMatchObject({ articleId: articles.get('ja:delivery-fee')!.id, title: asked.question });
    expect(first!.candidates.length).toBeGreaterThan(1);
    const scores = first!.candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(first!.confidence).toBeGreaterThan(0.5);
    expect(first!.because).toBe('sure');
    expect(first!.figures!.correct).toBe(first!.confidence);
    expect(second).toMatchObject({ query: '[not_solved]', decision: 'clarify', confidence: null });
    expect(rest).toEqual([]);
  });

  test('once solved, the next question is a new matter and answered as well', async () => {
    const sato = await customer();
    await sato.says(asked.question);
    const before = (await sato.conversation()).id;
    await sato.says('はい', { kind: 'solved' });
    const { blocks } = await sato.says(faqJa.find(({ slug }) => slug === 'delivery-time')!.question);
    expect((await sato.conversation()).id).not.toBe(before);
    expect(quoteIn(blocks)?.title).toBe(faqJa.find(({ slug }) => slug === 'delivery-time')!.question);
  });
});

describe('a question that nobody has answered yet', () => {
  test('gets an honest no and the way to a person; the second one gets the person', async () => {
    const sato = await customer();
    const first = await sato.says('宇宙エレベーターの建設状況を知りたい');
    expect(first.text).toContain('お答えできる記事が見つかりませんでした');
    expect(choicesIn(first.blocks)).toEqual(['person']);
    expect((await sato.conversation()).handled_by).toBe('bot');
    const second = await sato.says('火星の天気は');
    expect(second.text).toContain('担当者におつなぎします');
    const { id, handled_by } = await sato.conversation();
    expect(handled_by).toBe('human');
    expect(await dataOf(id, 'conversation.handed_off')).toEqual([{ because: 'two_failures' }]);
    const steps = await sato.steps();
    expect(steps.map(({ decision }) => decision)).toEqual(['not_found', 'handoff']);
  });
});

describe('a person is reached at once', () => {
  test.each([
    ['the button', '担当者に相談する', { kind: 'person' } as Choice, 'asked_for_person'],
    ['人と話したい', '人と話したい', null, 'asked_for_person'],
    ['オペレーター', 'オペレーターをお願いします', null, 'asked_for_person'],
    ['担当者', '担当者に代わってください', null, 'asked_for_person'],
    ['human', 'human please', null, 'asked_for_person'],
    ['anger', 'いい加減にしてください!!!', null, 'angry'],
  ])('by %s', async (_story, text, choice, because) => {
    const sato = await customer();
    const { text: answer } = await sato.says(text, choice);
    expect(answer).toContain('担当者におつなぎします');
    expect(answer.startsWith('ご不快な思いをさせてしまい')).toBe(because === 'angry');
    const { id, handled_by } = await sato.conversation();
    expect(handled_by).toBe('human');
    expect(await dataOf(id, 'conversation.handed_off')).toEqual([{ because }]);
    expect(await sato.facts()).toEqual(['conversation.opened', 'message.received', 'message.sent', 'conversation.handed_off']);
  });

  test('and from then on the bot is silent', async () => {
    const sato = await customer();
    await sato.says('担当者をお願いします');
    expect((await sato.says(asked.question)).by).toBe('customer');
    expect((await sato.messages()).map(({ author_kind }) => author_kind)).toEqual(['customer', 'bot', 'customer']);
  });
});

describe('outside business hours', () => {
  /** Runs at a time in Tokyo and comes back. */
  async function at(time: string, work: () => Promise<void>): Promise<void> {
    const back = clock.now().getTime();
    clock.advance(new Date(`${time}+09:00`).getTime() - back);
    try {
      await work();
    } finally {
      clock.advance(back - clock.now().getTime());
    }
  }

  test.each([
    ['2026-11-24T12:30:00', 'in the lunch break, after it', '11月24日(火) 13:00'],
    ['2026-11-24T18:00:01', 'in the evening, tomorrow', '11月25日(水) 10:00'],
    ['2026-11-27T20:00:00', 'on Friday evening, on Monday', '11月30日(月) 10:00'],
    ['2026-11-22T10:00:00', 'on the Sunday before a holiday, on Tuesday', '11月24日(火) 10:00'],
  ])('%s: %s', async (time, _story, opensAt) => {
    await at(time, async () => {
      const { text, blocks } = await (await customer()).says('担当者をお願いします');
      expect(text).toContain(`ただいま営業時間外です。${opensAt}以降に担当者がお答えします。`);
      expect(text).toContain('メールアドレスをお知らせください');
      expect(blocks).toEqual([{ type: 'ask_email' }]);
    });
  });

  test('says it in English too', async () => {
    await at('2026-11-24T20:00:00', async () => {
      const { text } = await (await customer('en')).says('human please');
      expect(text).toMatch(/Wed, Nov 25.*10:00 AM GMT\+9/);
    });
  });

  test('does not ask for an address that is known', async () => {
    await at('2026-11-24T20:00:00', async () => {
      const sato = await customer();
      await system.transaction((tx) => claimIdentity(system, tx, sato.line.customerId, 'email', 'hanako@mail.example', 'chat'));
      const { text, blocks } = await sato.says('担当者をお願いします');
      expect(text).toContain('11月25日(水) 10:00以降');
      expect(text).not.toContain('メールアドレス');
      expect(blocks).toEqual([]);
    });
  });

  test('the bot itself answers day and night', async () => {
    await at('2026-11-22T03:00:00', async () => {
      expect(quoteIn((await (await customer()).says(asked.question)).blocks)?.title).toBe(asked.question);
    });
  });
});
