import { randomUUID } from 'node:crypto';
import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faqEn } from '../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import { factsOf, stage } from '../../test/stage.ts';
import { assign } from '../conversations/commands/manage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { replyAsAgent } from '../conversations/commands/reply.ts';
import { claimIdentity } from '../customers/customers.commands.ts';
import { createArticle, setArticleStatus } from '../knowledge/knowledge.commands.ts';
import { knowledgeSearch } from '../knowledge/knowledge.index.ts';
import { botActor } from '../platform/actor.ts';
import { makeCtx } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { runReaders } from '../platform/event-log/run-readers.ts';
import { botStepsOf } from './bot.queries.ts';
import { botReader } from './bot.reader.ts';
import { botSources } from './bot.sources.ts';

/** 12:00 in Tokyo on a Tuesday: the shop's lunch break. */
const set = await stage();
const { platform, workspaceId, system, suzuki, clock } = set;
const HOUR_IN_MS = 3_600_000;
const search = knowledgeSearch(platform, { log: { warn: () => {} }, gatherMs: 0 });
const sources = botSources(search);
const botCtx = makeCtx(platform, systemViewer(workspaceId), botActor);
const articles = new Map<string, { id: string }>();

beforeAll(async () => {
  for (const [locale, faq] of [
    ['ja', faqJa],
    ['en', faqEn],
  ] as const) {
    for (const { slug, question, answer, category, examples } of faq) {
      const content = { question, answer, category, examples: [...examples], locale };
      articles.set(`${locale}:${slug}`, await createArticle(system, content, { status: 'published', slug }));
    }
  }
  await search.warm(workspaceId);
  clock.advance(1.5 * HOUR_IN_MS);
}, 60_000);
afterAll(() => search.close());

type Bot = ReturnType<typeof botReader>;
const bot = botReader(sources);

/** Hands the fact of a customer's message to a bot, as its reader would. */
async function hears(messageId: string, one: Bot = bot, ctx = botCtx): Promise<void> {
  const fact = await system.transaction((tx) =>
    tx
      .selectFrom('events')
      .selectAll()
      .where('name', '=', 'message.received')
      .where(sql<boolean>`data ->> 'messageId' = ${messageId}`)
      .executeTakeFirstOrThrow(),
  );
  await one.handlers['message.received']!(ctx, fact);
}

/** A customer in the messenger who asks and reads. */
async function customer(locale: 'ja' | 'en' = 'ja') {
  const { ctx, line } = await set.visitor();
  let conversationId = '';
  const write = async (text: string, choice: Choice | null = null) => {
    clock.advance(1000);
    const { message, conversation } = await receiveMessage(ctx, line, {
      externalId: randomUUID(),
      text,
      choice,
      attachmentIds: [],
      locale,
      authorName: 'お客様',
      firstAnswer: 'bot',
    });
    conversationId = conversation.id;
    return message.id;
  };
  /** What the customer can see: all messages of the conversation. */
  const messages = () =>
    ctx.transaction((tx) => tx.selectFrom('messages').selectAll().where('conversation_id', '=', conversationId).orderBy('seq').execute());
  const conversation = () =>
    system.transaction((tx) => tx.selectFrom('conversations').selectAll().where('id', '=', conversationId).executeTakeFirstOrThrow());
  return {
    ctx,
    line,
    write,
    messages,
    conversation,
    facts: () => factsOf(system, conversationId),
    steps: () => system.transaction((tx) => botStepsOf(tx, workspaceId, conversationId)),
    /** Says or presses something, lets the bot hear it, and gives back what the bot answered. */
    async says(text: string, choice: Choice | null = null) {
      await hears(await write(text, choice));
      const last = (await messages()).at(-1)!;
      return { text: last.text, blocks: last.blocks as Block[], by: last.author_kind };
    },
  };
}
const quoteIn = (blocks: Block[]) => blocks.find((block) => block.type === 'quote');
const choicesIn = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.type === 'choices' ? block.choices.map(({ choice }) => choice.kind) : []));
const dataOf = async (id: string, name: string) =>
  (
    await system.transaction((tx) =>
      tx.selectFrom('events').select('data').where('conversation_id', '=', id).where('name', '=', name).execute(),
    )
  ).map(({ data }) => data);

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
    expect(handed.text).toContain('担当者におつなぎします。通常10分以内に返信します');
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
    expect(first!.why).not.toBe('');
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

describe('nothing is said twice', () => {
  const story = async () => {
    const sato = await customer();
    await sato.says(asked.question);
    await sato.says('いいえ', { kind: 'not_solved' });
    await sato.says('担当者をお願いします');
    return sato;
  };

  test('when the reader reads everything a second time from the beginning', async () => {
    const sato = await story();
    const before = [await sato.messages(), await sato.facts(), await sato.steps(), await sato.conversation()];
    const count = () => system.transaction((tx) => tx.selectFrom('messages').select('id').execute());
    const all = (await count()).length;
    const reader = await runReaders(platform, [botReader(sources)], { error: (data) => expect.unreachable(JSON.stringify(data)) });
    // A new question shows that the reader has come to the end of what was there.
    const last = await customer();
    await last.write(asked.question);
    await expect.poll(async () => (await last.messages()).length, { timeout: 15_000 }).toBe(2);
    await reader.stop();
    expect([await sato.messages(), await sato.facts(), await sato.steps(), await sato.conversation()]).toEqual(before);
    expect((await count()).length).toBe(all + 2);
  });

  test('when two processes handle the same message at the same moment', async () => {
    const sato = await customer();
    const id = await sato.write(asked.question);
    const outcomes = await Promise.allSettled([hears(id), hears(id, botReader(sources)), hears(id)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect((await sato.messages()).map(({ author_kind }) => author_kind)).toEqual(['customer', 'bot']);
    expect(await sato.steps()).toHaveLength(1);
  });

  test.each([1, 2, 3])('when it is killed just before commit number %i: nothing was said, and the next run says it once', async (fatal) => {
    const sato = await customer();
    const id = await sato.write('担当者をお願いします');
    let commits = 0;
    const dying: typeof botCtx = {
      ...botCtx,
      transaction: (work) =>
        botCtx.transaction(async (tx) => {
          const result = await work(tx);
          commits += 1;
          if (commits === fatal) throw new Error('killed');
          return result;
        }),
    };
    await expect(hears(id, bot, dying)).rejects.toThrow('killed');
    expect(await sato.messages()).toHaveLength(1);
    expect(await sato.facts()).toEqual(['conversation.opened', 'message.received']);
    await hears(id);
    await hears(id);
    expect((await sato.messages()).map(({ author_kind }) => author_kind)).toEqual(['customer', 'bot']);
    expect((await sato.facts()).filter((name) => name === 'conversation.handed_off')).toHaveLength(1);
  });
});

describe('an agent who took over meanwhile', () => {
  test('before the bot came to it silences the bot', async () => {
    const sato = await customer();
    const id = await sato.write(asked.question);
    await assign(suzuki, (await sato.conversation()).id, { agentId: suzuki.actor.id, teamId: null });
    await hears(id);
    expect(await sato.messages()).toHaveLength(1);
    expect(await sato.steps()).toEqual([]);
  });

  test('while the bot was searching silences it as well', async () => {
    const sato = await customer();
    const id = await sato.write(asked.question);
    const { id: conversationId } = await sato.conversation();
    const slow = botReader({
      ...sources,
      find: async (ctx, question) => {
        const found = await sources.find(ctx, question);
        const reply = { text: '私が承ります', attachmentIds: [], seenSeq: 1, thenStatus: 'waiting' as const, idempotencyKey: randomUUID() };
        await replyAsAgent(suzuki, conversationId, reply, 0, async () => []);
        return found;
      },
    });
    await hears(id, slow);
    expect((await sato.messages()).map(({ text }) => text)).toEqual([asked.question, '私が承ります']);
  });
});

describe('an article that is taken back', () => {
  const takenBack = async (work: (article: { id: string; question: string; answer: string }) => Promise<void>) => {
    const article = faqJa.find(({ slug }) => slug === 'delivery-time')!;
    const { id } = articles.get('ja:delivery-time')!;
    try {
      await work({ ...article, id });
    } finally {
      await setArticleStatus(system, id, 'published');
    }
  };

  test('between search and answer is not quoted: the bot says that it has none, and counts that as a failure', async () => {
    await takenBack(async ({ id, question, answer }) => {
      const late = botReader({
        ...sources,
        find: async (ctx, text) => {
          const found = await sources.find(ctx, text);
          await setArticleStatus(system, id, 'draft');
          return found;
        },
      });
      const sato = await customer();
      await hears(await sato.write(question), late);
      const [, said] = await sato.messages();
      expect(said!.text).toContain('お答えできる記事が見つかりませんでした');
      expect(choicesIn(said!.blocks as Block[])).toEqual(['person']);
      expect(JSON.stringify(await sato.messages())).not.toContain(answer.slice(0, 20));
      expect(await sato.steps()).toMatchObject([{ decision: 'not_found', why: 'the article was taken back' }]);
      expect(await sato.says('火星の天気は')).toMatchObject({ text: expect.stringContaining('担当者におつなぎします') });
    });
  });

  test('before its button is pressed is not quoted either', async () => {
    await takenBack(async ({ id }) => {
      const sato = await customer();
      await sato.says('宇宙エレベーターの建設状況を知りたい');
      await setArticleStatus(system, id, 'archived');
      const { text } = await sato.says('注文してからどのくらいで届きますか', { kind: 'article', articleId: id });
      expect(text).toContain('担当者におつなぎします');
    });
  });
});
