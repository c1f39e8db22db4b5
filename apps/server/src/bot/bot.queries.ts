import type { BotStep } from '@madoguchi/contract/messages.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/db.ts';
import type { BotStepsTable } from './bot.tables.ts';
import { type BotState, FIRST_STATE } from './bot.types.ts';

export async function botState(tx: Tx, workspaceId: string, conversationId: string): Promise<BotState> {
  const row = await tx
    .selectFrom('bot_states')
    .select('state')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  return row ? { ...FIRST_STATE, ...(row.state as Partial<BotState>) } : FIRST_STATE;
}

/** What the bot knows of how hard a conversation is: its confidence in its last answer, and whether the customer said it did not help. */
export async function botTold(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<{ confidence: number | null; botFailed: boolean }> {
  const steps = await tx
    .selectFrom('bot_steps')
    .select(['confidence', 'because'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
  return {
    confidence: steps.find(({ confidence }) => confidence !== null)?.confidence ?? null,
    botFailed: steps.some(({ because }) => because === 'not_solved' || because === 'none_of_these' || because === 'two_failures'),
  };
}

/** The bot's steps in a conversation, oldest first. */
export async function botStepsOf(tx: Tx, workspaceId: string, conversationId: string): Promise<BotStep[]> {
  const rows = await tx
    .selectFrom('bot_steps')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('at')
    .limit(200)
    .execute();
  return rows.map(presentStep);
}

/** The steps behind some bot messages, by message id. */
export async function botStepsByMessage(tx: Tx, workspaceId: string, messageIds: readonly string[]): Promise<Map<string, BotStep>> {
  if (messageIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('bot_steps')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('message_id', '=', sql<string>`any(${messageIds})`)
    .execute();
  return new Map(rows.map((row) => [row.message_id!, presentStep(row)]));
}

const presentStep = (
  row: Omit<BotStepsTable, 'candidates' | 'unanswered' | 'composed'> & { candidates: unknown; composed: unknown },
): BotStep => ({
  id: row.id,
  messageId: row.message_id,
  at: row.at.toISOString(),
  query: row.query,
  decision: row.decision as BotStep['decision'],
  because: row.because as BotStep['because'],
  confidence: row.confidence,
  figures: row.correct === null || row.in_scope === null ? null : { correct: row.correct, inScope: row.in_scope },
  candidates: row.candidates as BotStep['candidates'],
  ...(row.composed ? { composed: row.composed as NonNullable<BotStep['composed']> } : {}),
});
