import { randomUUID } from 'node:crypto';
import type { Block, Choice } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import { faqEn } from '../../../fixtures/faq/en.ts';
import { faqJa } from '../../../fixtures/faq/ja.ts';
import { botStepsOf } from '../src/bot/bot.queries.ts';
import { botReader } from '../src/bot/bot.reader.ts';
import { botSources } from '../src/bot/bot.sources.ts';
import { articleSuccesses } from '../src/bot/successes.queries.ts';
import { receiveMessage } from '../src/conversations/commands/receive.ts';
import { createArticle } from '../src/knowledge/knowledge.commands.ts';
import { knowledgeSearch } from '../src/knowledge/knowledge.index.ts';
import { botActor } from '../src/platform/actor.ts';
import { makeCtx } from '../src/platform/ctx.ts';
import { systemViewer } from '../src/platform/db/viewer.ts';
import { factsOf, stage } from './stage.ts';

/** The article a bot's message quotes. */
export const quoteIn = (blocks: Block[]) => blocks.find((block) => block.type === 'quote');
/** What its buttons mean. */
export const choicesIn = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.type === 'choices' ? block.choices.map(({ choice }) => choice.kind) : []));

type Bot = ReturnType<typeof botReader>;
const HOUR_IN_MS = 3_600_000;

/** The demo shop with its whole FAQ, the bot as it is shipped, and a clock that stands at 13:30 in Tokyo on a Tuesday: people are there. */
export async function botHouse() {
  const set = await stage();
  const { platform, workspaceId, system, clock } = set;
  const search = knowledgeSearch(platform, { log: { warn: () => {} }, gatherMs: 0, successes: articleSuccesses });
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
  /** The data of a conversation's facts of one name, in order. */
  const dataOf = async (id: string, name: string) =>
    (
      await system.transaction((tx) =>
        tx.selectFrom('events').select('data').where('conversation_id', '=', id).where('name', '=', name).execute(),
      )
    ).map(({ data }) => data);

  return { ...set, search, sources, bot, botCtx, articles, hears, customer, dataOf };
}
