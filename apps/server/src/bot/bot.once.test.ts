import { randomUUID } from 'node:crypto';
import type { Block } from '@madoguchi/contract/messages.ts';
import { describe, expect, test } from 'vitest';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import { botHouse, choicesIn } from '../../test/bot-house.ts';
import { assign } from '../conversations/commands/manage.ts';
import { replyAsAgent } from '../conversations/commands/reply.ts';
import { setArticleStatus } from '../knowledge/knowledge.commands.ts';
import { runReaders } from '../platform/event-log/run-readers.ts';
import { botReader } from './bot.reader.ts';

const { platform, system, suzuki, sources, bot, botCtx, articles, hears, customer } = await botHouse();
const asked = faqJa.find(({ slug }) => slug === 'delivery-fee')!;

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
    await expect.poll(async () => (await last.messages()).length).toBe(2);
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
      find: async (ctx, question, inboxId) => {
        const found = await sources.find(ctx, question, inboxId);
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
        find: async (ctx, text, inboxId) => {
          const found = await sources.find(ctx, text, inboxId);
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
      expect(await sato.steps()).toMatchObject([{ decision: 'not_found', because: 'article_gone' }]);
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
