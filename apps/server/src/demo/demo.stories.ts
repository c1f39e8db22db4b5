import type { Block, BotReason, BotStep } from '@madoguchi/contract/messages.ts';
import type { Story, StoryLine } from '../../../../fixtures/conversations.types.ts';
import type { CustomerFixture } from '../../../../fixtures/customers.ts';
import { foldQuestion } from '../bot/unanswered/unanswered.rules.ts';
import { handOff, resolveByBot, sayAsBot } from '../conversations/commands/bot.ts';
import { lockConversation } from '../conversations/commands/lock.ts';
import { assign, markSeen, setStatus, setSubject, setTags } from '../conversations/commands/manage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { addNote, replyAsAgent } from '../conversations/commands/reply.ts';
import { threadFor } from '../conversations/commands/thread-for.ts';
import { claimIdentity, findOrCreateCustomer, learnAboutCustomer } from '../customers/customers.commands.ts';
import { rateArticle } from '../knowledge/knowledge.commands.ts';
import { type Actor, botActor, systemActor } from '../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { newId } from '../platform/ids/ids.ts';
import { wordsFor } from '../platform/words.ts';

export type DemoArticle = { id: string; question: string; answer: string; url: string };
export type Stage = {
  platform: Platform;
  workspaceId: string;
  inboxes: { chat: string; form: string };
  /** Agents and teams by the cast's keys, articles by slug and locale. */
  agents: ReadonlyMap<string, { id: string; name: string }>;
  teams: ReadonlyMap<string, string>;
  article: (slug: string, locale: string) => DemoArticle | undefined;
  siteUrl: string;
  now: Date;
};

const MINUTE_IN_MS = 60_000;

/** Plays one story through the real commands, each line at its time. Idempotent: every line has a fixed external id. */
export async function playStory(stage: Stage, story: Story, customer: CustomerFixture): Promise<void> {
  const ctxAt = (minutesAgo: number, actor: Actor): Ctx =>
    makeCtx(
      { ...stage.platform, clock: { now: () => new Date(stage.now.getTime() - minutesAgo * MINUTE_IN_MS) } },
      systemViewer(stage.workspaceId),
      actor,
    );
  const first = story.lines[0]!.minutesAgo;
  const thread = await threadOf(stage, ctxAt(first, systemActor), story, customer);

  let conversationId = '';
  let lastAsked = { id: '', text: '' };
  for (const [index, line] of story.lines.entries()) {
    if (line.by === 'customer') {
      const ctx = ctxAt(line.minutesAgo, { kind: 'customer', id: thread.customerId, name: customer.name });
      const { message } = await receiveMessage(
        ctx,
        { threadId: thread.threadId, inboxId: stage.inboxes[story.channel], channel: story.channel, customerId: thread.customerId },
        {
          externalId: `${thread.customerId}:demo-${story.key}-${index}`,
          text: line.text,
          attachmentIds: [],
          subject: story.subject,
          page: story.page && { url: stage.siteUrl + story.page.path, title: story.page.title },
          locale: story.locale,
          authorName: customer.name,
          firstAnswer: story.channel === 'form' || !story.lines.some(({ by }) => by === 'bot') ? 'human' : 'bot',
        },
      );
      conversationId = message.conversation_id;
      lastAsked = { id: message.id, text: line.text };
    } else if (line.by === 'bot') {
      await botLine(stage, ctxAt(line.minutesAgo, botActor), story, line, index, conversationId, lastAsked);
    } else {
      await agentLine(stage, ctxAt(line.minutesAgo, { kind: 'agent', ...stage.agents.get(line.by)! }), story, line, index, conversationId);
    }
  }
  await settle(stage, ctxAt, story, conversationId);
}

async function threadOf(stage: Stage, ctx: Ctx, story: Story, customer: CustomerFixture) {
  const inboxId = stage.inboxes[story.channel];
  const found = customer.memberNumber
    ? { kind: 'external' as const, value: customer.memberNumber, verified: true, source: 'signed' }
    : { kind: 'visitor' as const, value: `demo-${customer.key}`, verified: true, source: 'chat' };
  return ctx.transaction(async (tx) => {
    const reached = await findOrCreateCustomer(ctx, tx, found, { name: customer.name, reading: customer.reading, locale: customer.locale });
    await learnAboutCustomer(ctx, tx, reached.customerId, { ...(customer.memberNumber ? { email: customer.email } : {}) });
    await updateAttributes(ctx, tx, reached.customerId, customer.attributes);
    if (!customer.memberNumber) await claimIdentity(ctx, tx, reached.customerId, 'email', customer.email, story.channel);
    const threadId = await threadFor(ctx, tx, { inboxId, ...reached, externalId: `demo:${story.key}` });
    return { ...reached, threadId };
  });
}

/** What the shop's own system would have told us of a member. */
async function updateAttributes(ctx: Ctx, tx: Tx, id: string, attributes: Readonly<Record<string, string>>): Promise<void> {
  await tx
    .updateTable('customers')
    .set({ attributes: JSON.stringify(attributes) })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Why the bot in a story did what it did. */
const REASONS: Record<BotStep['decision'], BotReason> = {
  answer: 'sure',
  clarify: 'several_possible',
  not_found: 'nothing_found',
  handoff: 'person_words',
  resolve: 'solved',
  flow: 'flow',
};

type BotLine = Extract<StoryLine, { by: 'bot' }>;

async function botLine(
  stage: Stage,
  ctx: Ctx,
  story: Story,
  line: BotLine,
  index: number,
  conversationId: string,
  asked: { id: string; text: string },
) {
  const articles = line.articles.flatMap((slug) => stage.article(slug, story.locale) ?? []);
  const candidates = articles.map(({ id, question }, place) => ({
    articleId: id,
    title: question,
    score: Math.round((1.9 - place * 0.4) * 100) / 100,
  }));
  let helped: string | undefined;
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, conversationId);
    const said = await sayAsBot(ctx, tx, conversation, {
      text: line.text,
      blocks: blocksOf(line, articles, story.locale),
      externalId: `bot:${asked.id}:${index}`,
    });
    const kept = await tx
      .insertInto('bot_steps')
      .values({
        workspace_id: stage.workspaceId,
        id: newId('stp'),
        conversation_id: conversationId,
        asked_message_id: asked.id,
        message_id: said.message.id,
        at: ctx.clock.now(),
        query: asked.text,
        query_folded: foldQuestion(asked.text),
        decision: line.decision,
        because: REASONS[line.decision],
        confidence: line.confidence,
        correct: null,
        in_scope: null,
        candidates: JSON.stringify(candidates),
        unanswered: line.decision === 'not_found',
        dismissed_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    // Articles that helped in the stories are the ones a newcomer sees first.
    if (kept.numInsertedOrUpdatedRows && line.decision === 'answer') helped = articles[0]?.id;
    if (line.decision === 'handoff') await handOff(ctx, tx, said.conversation, 'asked_for_person');
    if (line.decision === 'resolve') await resolveByBot(ctx, tx, said.conversation);
  });
  if (helped) await rateArticle(ctx, helped, true);
}

function blocksOf(line: BotLine, articles: DemoArticle[], locale: string): Block[] {
  const say = wordsFor(locale);
  const [first] = articles;
  if (line.decision === 'answer' && first) {
    return [
      { type: 'quote', articleId: first.id, title: first.question, url: first.url, markdown: first.answer },
      {
        type: 'choices',
        choices: [
          { label: say('bot.solved_yes'), choice: { kind: 'solved' } },
          { label: say('bot.solved_no'), choice: { kind: 'not_solved' } },
        ],
      },
    ];
  }
  if (line.decision !== 'clarify') return [];
  const choices = articles.map(({ id, question }) => ({ label: question, choice: { kind: 'article' as const, articleId: id } }));
  return [{ type: 'choices', choices: [...choices, { label: say('bot.none_of_these'), choice: { kind: 'none_of_these' } }] }];
}

type AgentLine = Exclude<StoryLine, { by: 'customer' } | { by: 'bot' }>;

async function agentLine(stage: Stage, ctx: Ctx, story: Story, line: AgentLine, index: number, conversationId: string): Promise<void> {
  const what = { text: line.text, attachmentIds: [], idempotencyKey: `demo-${story.key}-${index}` };
  if (line.note) {
    await addNote(ctx, conversationId, what);
    return;
  }
  const { last_seq } = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations')
      .select('last_seq')
      .where('workspace_id', '=', stage.workspaceId)
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow(),
  );
  await replyAsAgent(ctx, conversationId, { ...what, seenSeq: last_seq, thenStatus: 'waiting' }, 0, async () => []);
}

/** Brings a played story to where the cast says it stands. */
async function settle(stage: Stage, ctxAt: (minutesAgo: number, actor: Actor) => Ctx, story: Story, conversationId: string): Promise<void> {
  const last = story.lines.at(-1)!;
  const { agent, team } = story.assignee;
  // What nobody has taken yet, the supervisor has sorted.
  const actor: Actor = { kind: 'agent', ...stage.agents.get(agent ?? 'nakamura')! };
  const ctx = ctxAt(Math.max(0, last.minutesAgo - 1), actor);
  if (agent || team) {
    await assign(ctx, conversationId, {
      agentId: agent ? stage.agents.get(agent)!.id : null,
      teamId: team ? (stage.teams.get(team) ?? null) : null,
    });
  }
  await setSubject(ctx, conversationId, story.subject);
  await setTags(ctx, conversationId, [...story.tags]);
  if (story.handledBy === 'human') {
    const now = await ctx.transaction((tx) => lockConversation(ctx, tx, conversationId));
    if (now.status !== story.status) await setStatus(ctx, conversationId, story.status);
    if (story.assignee.agent) await markSeen(ctx, conversationId, 'agent', now.last_seq);
  }
}
