import type { SurveySettings } from '@madoguchi/contract/surveys.ts';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { sayAsSystem } from '../../conversations/commands/system.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { idsOfPerson } from '../../customers/people/people.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { settingsFor } from '../settings/settings.queries.ts';
import { surveyAsked } from '../surveys.events.ts';
import { isAskedAbout, mayAskAgain, shownBy } from '../surveys.rules.ts';
import type { Carries } from '../surveys.types.ts';
import type { Ended } from './plan.ts';
import { questionWithButtons, questionWithLinks } from './question.ts';

export type AskDeps = {
  /** What a line of a channel can show; null for a channel that is no more. */
  carries: (channel: string, lineExternalId: string) => Carries | null;
  /** The address of a survey's page, whole; null while the installation does not know its own. */
  pageOf: (ctx: Ctx, tx: Tx, survey: { surveyId: string; inboxId: string; locale: 'ja' | 'en' }) => Promise<string | null>;
};

/**
 * Asks about a conversation that rests as it was resolved then: once, and no customer too often. Everything that is against it drops the
 * question for good: it would come at a wrong time later.
 */
export async function askQuestion(ctx: Ctx, deps: AskDeps, ended: Ended): Promise<void> {
  await ctx.transaction(async (tx) => {
    const conversation = await lockConversation(ctx, tx, ended.conversationId);
    const rests = conversation.status === 'resolved' && conversation.resolved_at?.toISOString() === ended.resolvedAt;
    if (!rests || conversation.merged_into || conversation.turn === 'spam') return;
    const settings = await settingsFor(ctx, tx, conversation.inbox_id);
    if (!isAskedAbout(settings, ended.by)) return;
    const last = await lastAsked(ctx, tx, conversation);
    if (last?.conversationId === conversation.id || !mayAskAgain(last?.askedAt ?? null, settings.everyDays, ctx.clock.now())) return;
    const surveyId = newId('srv');
    const question = await questionFor(ctx, tx, deps, { conversation, settings, surveyId });
    if (!question) return;
    await tx
      .insertInto('surveys')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: surveyId,
        conversation_id: conversation.id,
        inbox_id: conversation.inbox_id,
        agent_id: ended.agentId,
        scale: settings.scale,
        asks_comment: settings.comment.ask,
        asked_at: ctx.clock.now(),
      })
      .execute();
    await ctx.append(tx, surveyAsked({ surveyId }), subjectsOf(conversation));
    await sayAsSystem(ctx, tx, conversation, { ...question, externalId: `survey:${surveyId}`, by: 'bot' });
  });
}

/** The conversation the customer was asked about last; this one, if it was asked about before. */
async function lastAsked(ctx: Ctx, tx: Tx, { id, customer_id }: ConversationRow) {
  const row = await tx
    .selectFrom('surveys as s')
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.conversation_id'))
    .select(['s.conversation_id', 's.asked_at'])
    .where('s.workspace_id', '=', ctx.viewer.workspaceId)
    .where('c.customer_id', 'in', idsOfPerson(tx, ctx.viewer.workspaceId, customer_id))
    .orderBy((eb) => eb('s.conversation_id', '=', id), 'desc')
    .orderBy('s.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { conversationId: row.conversation_id, askedAt: row.asked_at } : null;
}

type Asking = { conversation: ConversationRow; settings: SurveySettings; surveyId: string };

/** The question as the conversation's line can show it; null where nobody can or should be asked. */
async function questionFor(ctx: Ctx, tx: Tx, deps: AskDeps, { conversation, settings, surveyId }: Asking) {
  const line = await tx
    .selectFrom('threads as t')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.id', '=', 't.inbox_id'))
    .select(['t.external_id', 't.reachable', 't.last_inbound_at', 'i.id as inbox_id', 'i.channel', 'i.paused_at', 'i.removed_at'])
    .where('t.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.id', '=', conversation.thread_id)
    .executeTakeFirstOrThrow();
  const carries = line.reachable && !line.paused_at && !line.removed_at ? deps.carries(line.channel, line.external_id) : null;
  const shown = carries && shownBy(carries, settings.scale, line.last_inbound_at, ctx.clock.now());
  if (!shown || (await wantsNoAnswer(ctx, tx, conversation.id))) return null;
  const locale = conversation.locale === 'en' ? 'en' : 'ja';
  const asked = { surveyId, settings, locale } as const;
  if (shown === 'buttons') return questionWithButtons(asked);
  const url = await deps.pageOf(ctx, tx, { surveyId, inboxId: line.inbox_id, locale });
  return url && questionWithLinks(asked, url, shown === 'links');
}

/** A mailing list, or an address that says it reads nothing. */
async function wantsNoAnswer(ctx: Ctx, tx: Tx, conversationId: string): Promise<boolean> {
  const last = await tx
    .selectFrom('messages')
    .select('blocks')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('author_kind', '=', 'customer')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return !last || (last.blocks as { type: string; noAnswer?: boolean }[]).some(({ type, noAnswer }) => type === 'mail' && noAnswer);
}
