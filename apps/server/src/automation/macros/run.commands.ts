import type { BulkOutcome } from '@madoguchi/contract/bulk.ts';
import { asksOf } from '@madoguchi/contract/canned-text.ts';
import type { Macro, SeenState } from '@madoguchi/contract/macros.ts';
import { type BulkItem, keepForUndo } from '../../conversations/bulk/bulk.commands.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import type { ActionDeps, CarriedOut, Step } from '../actions/actions.types.ts';
import { carryOut } from '../actions/carry-out.commands.ts';
import { stopIfChanged } from './look.queries.ts';
import { answersMissing } from './macros.errors.ts';
import { macroRun } from './macros.events.ts';
import { macroForAgent } from './macros.queries.ts';

export type RunDeps = ActionDeps & { links: FileLinks };
type Answers = Readonly<Record<string, string>>;

/** Done already by this very press. */
const REPEATED = Symbol('repeated');

/**
 * Runs a macro on a conversation. Idempotent by (agent, conversation, key): the second time nothing is done, and nothing is told of.
 * @returns what became of each action, and by what it is taken back (`undoBulk`)
 * @throws notFound · answersMissing · answeredMeanwhile · changedMeanwhile
 */
export async function runMacro(
  ctx: Ctx,
  deps: RunDeps,
  macroId: string,
  wish: { conversationId: string; seen: SeenState; answers: Answers; idempotencyKey: string },
): Promise<Omit<CarriedOut, 'item'> & { bulkId: string | null }> {
  const macro = await macroToRun(ctx, macroId, wish.answers);
  const done = await runOn(ctx, deps, macro, wish.conversationId, wish);
  if (!done) return { steps: [], bulkId: null, messageIds: [] };
  const { item, ...told } = done;
  return { ...told, bulkId: await keepForUndo(ctx, 'macro', item ? [item] : []) };
}

/**
 * Runs a macro on many conversations, each in a transaction of its own: what is refused for one is said of that one, and the others go on.
 * @throws notFound for a macro that is not the agent's to run · answersMissing
 */
export async function runMacroOnMany(
  ctx: Ctx,
  deps: RunDeps,
  macroId: string,
  { seen, answers }: { seen: readonly (SeenState & { id: string })[]; answers: Answers },
): Promise<{ bulkId: string | null; outcomes: BulkOutcome[] }> {
  const macro = await macroToRun(ctx, macroId, answers);
  const press = newId('mrn');
  const items: BulkItem[] = [];
  const outcomes: BulkOutcome[] = [];
  for (const one of new Map(seen.map((state) => [state.id, state])).values()) {
    try {
      const done = await runOn(ctx, deps, macro, one.id, { seen: one, answers, idempotencyKey: press });
      if (done?.item) items.push(done.item);
      outcomes.push(outcomeOf(one.id, done));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ id: one.id, outcome: 'refused', code: error.code });
    }
  }
  return { bulkId: await keepForUndo(ctx, 'macro', items), outcomes };
}

function outcomeOf(id: string, done: CarriedOut | null): BulkOutcome {
  const steps = done?.steps ?? [];
  if (steps.some(({ outcome }) => outcome === 'done')) return { id, outcome: 'done', code: null };
  const refused = steps.find(({ outcome }) => outcome === 'refused');
  return refused ? { id, outcome: 'refused', code: refused.code } : { id, outcome: 'unchanged', code: null };
}

async function macroToRun(ctx: Ctx, macroId: string, answers: Answers): Promise<Macro> {
  const macro = await ctx.transaction((tx) => macroForAgent(ctx, tx, macroId));
  const asks = asksOf(macro.actions.flatMap((action) => ('text' in action ? [action.text] : [])).join('\n'));
  const missing = asks.filter((ask) => !answers[ask]?.trim());
  if (missing.length > 0) throw answersMissing({ asks: missing });
  return macro;
}

/** @returns null for a press that was carried out already */
async function runOn(
  ctx: Ctx,
  deps: RunDeps,
  macro: Macro,
  conversationId: string,
  { seen, answers, idempotencyKey }: { seen: SeenState; answers: Answers; idempotencyKey: string },
): Promise<CarriedOut | null> {
  const look = async (tx: Tx, row: ConversationRow): Promise<void> => {
    if (!(await noteRun(ctx, tx, macro.id, row.id, idempotencyKey))) throw REPEATED;
    await stopIfChanged(ctx, tx, row, seen, deps.links);
  };
  const by = {
    key: `macro:${idempotencyKey}`,
    answers,
    fact: (steps: readonly Step[]) => macroRun({ macroId: macro.id, name: macro.name, steps }),
  };
  try {
    return await carryOut(ctx, deps, conversationId, macro.actions, { by, look });
  } catch (error) {
    if (error === REPEATED) return null;
    throw error;
  }
}

async function noteRun(ctx: Ctx, tx: Tx, macroId: string, conversationId: string, key: string): Promise<boolean> {
  const noted = await tx
    .insertInto('macro_runs')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: newId('mrn'),
      macro_id: macroId,
      agent_id: ctx.actor.id ?? '',
      conversation_id: conversationId,
      ran_at: ctx.clock.now(),
      key,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'agent_id', 'conversation_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}
