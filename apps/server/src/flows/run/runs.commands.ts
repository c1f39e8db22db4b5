import { subjectsOf } from '../../conversations/commands/lock.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { OneTimeCodes } from '../../customers/codes/codes.types.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { flowFinished, flowLeft, flowStarted } from '../flows.events.ts';
import type { FlowInput, FlowResults, FlowTurn, OutsideNeed } from '../flows.types.ts';
import { type FlowRun, latestRun, publishedPlan } from './runs.queries.ts';
import { collectedIn, firstState, type RunStatus, STALE_AFTER_MS, statusAfter } from './runs.rules.ts';
import { turnWithCodes } from './turn-with-codes.ts';

/** `other`: a button that is none of a flow's. */
export type FlowHeard =
  | { kind: 'said'; text: string }
  | { kind: 'pressed'; flowId: string; step: string; option: string }
  /** The text with a code did not go out. */
  | { kind: 'undelivered' }
  | { kind: 'other' };
/** A turn that was taken and kept. */
export type TakenTurn = { flowId: string; turn: FlowTurn };
type Outcome = { need: OutsideNeed } | { taken: TakenTurn } | null;

/**
 * Goes on with the flow under way in a conversation that the caller has locked. A need: nothing is kept; fetch it and call again.
 * Null: no flow is under way, or this left it.
 */
export async function continueFlow(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  heard: FlowHeard,
  results: FlowResults,
  codes: OneTimeCodes,
): Promise<Outcome> {
  const run = await latestRun(tx, ctx.viewer.workspaceId, conversation.id);
  if (run?.status !== 'running') return null;
  const input = inputOf(run, heard, ctx.clock.now());
  const outcome = input && (await turnWithCodes(ctx, tx, conversation, run, input, results, codes));
  if (outcome && 'need' in outcome) return outcome;
  if (!outcome || outcome.turn.next.kind === 'leave') {
    await leaveRun(ctx, tx, conversation, run);
    return null;
  }
  await keepTurn(ctx, tx, conversation, run, outcome.turn);
  return { taken: { flowId: run.flowId, turn: outcome.turn } };
}

/** Null for what leaves the flow: words after a day, or a button of the bot's ordinary answers. */
function inputOf(run: FlowRun, heard: FlowHeard, now: Date): FlowInput | null {
  if (heard.kind === 'other') return null;
  if (heard.kind === 'undelivered') return { kind: 'code_undelivered' };
  if (heard.kind === 'said') return now.getTime() - run.updatedAt.getTime() > STALE_AFTER_MS ? null : { kind: 'text', text: heard.text };
  // A button of another flow is as old as one of another step.
  return { kind: 'option', step: heard.flowId === run.flowId ? heard.step : '', option: heard.option };
}

/** Begins a flow in a locked conversation in which none is under way. Null when it was taken back, or ends without a word. */
export async function startFlow(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { flowId, question }: { flowId: string; question: string },
  results: FlowResults,
  codes: OneTimeCodes,
): Promise<Outcome> {
  const published = await publishedPlan(tx, ctx.viewer.workspaceId, flowId);
  if (!published) return null;
  const { plan, version } = published;
  const now = ctx.clock.now();
  const run: FlowRun = { id: newId('flr'), flowId, version, plan, state: firstState(question), status: 'running', updatedAt: now };
  const outcome = await turnWithCodes(ctx, tx, conversation, run, { kind: 'begin' }, results, codes);
  if ('need' in outcome) return outcome;
  const { turn } = outcome;
  await tx
    .insertInto('flow_runs')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id: run.id,
      flow_id: flowId,
      flow_version: version,
      conversation_id: conversation.id,
      ...columnsOf(run),
      question,
      status: 'running',
      started_at: now,
      updated_at: now,
    })
    .execute();
  await ctx.append(tx, flowStarted({ flowId, runId: run.id, name: plan.name, version }), subjectsOf(conversation));
  await keepTurn(ctx, tx, conversation, run, turn);
  return turn.next.kind === 'end' && turn.said.length === 0 ? null : { taken: { flowId, turn } };
}

const columnsOf = ({ state }: Pick<FlowRun, 'state'>) => ({
  step: state.step,
  answers: JSON.stringify(state.answers),
  chosen: JSON.stringify(state.chosen),
  tries: state.tries,
  identifying: state.identifying === null ? null : JSON.stringify(state.identifying),
});

async function keepTurn(ctx: Ctx, tx: Tx, conversation: ConversationRow, run: FlowRun, turn: FlowTurn): Promise<void> {
  const status = statusAfter(turn);
  const at = ctx.clock.now();
  await changeRun(ctx, tx, run, { ...columnsOf(turn), status, updated_at: at });
  const visits = [...new Set(turn.visited)].map((step_id) => ({ workspace_id: ctx.viewer.workspaceId, run_id: run.id, step_id, at }));
  if (visits.length > 0)
    await tx
      .insertInto('flow_visits')
      .values(visits)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  if (status === 'finished' || status === 'answered' || status === 'handed_off')
    await ctx.append(tx, flowFinished({ ...namesOf(run), how: status }), subjectsOf(conversation));
}

async function leaveRun(ctx: Ctx, tx: Tx, conversation: ConversationRow, run: FlowRun): Promise<void> {
  await changeRun(ctx, tx, run, { status: 'left', updated_at: ctx.clock.now() });
  await ctx.append(tx, flowLeft({ ...namesOf(run), step: run.state.step }), subjectsOf(conversation));
}

const namesOf = ({ flowId, id, plan }: FlowRun) => ({ flowId, runId: id, name: plan.name });

const changeRun = (
  ctx: Ctx,
  tx: Tx,
  { id }: FlowRun,
  columns: { status: RunStatus; updated_at: Date } & Partial<ReturnType<typeof columnsOf>>,
) => tx.updateTable('flow_runs').set(columns).where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', id).execute();

/** `question`: the words that began it. `collected`: what it asked for, in lines and the company's language; null when nothing was. */
type EndedFlow = { runId: string; question: string; collected: string | null };

/** The flow under way in a locked conversation, if any, is left. Gives back the last flow, null when there was none. Idempotent. */
export async function endFlow(ctx: Ctx, tx: Tx, conversation: ConversationRow): Promise<EndedFlow | null> {
  const run = await latestRun(tx, ctx.viewer.workspaceId, conversation.id);
  if (!run) return null;
  if (run.status === 'running') await leaveRun(ctx, tx, conversation, run);
  const { locale } = await workspaceSettings(ctx, tx);
  return { runId: run.id, question: run.state.question, collected: collectedIn(run.plan, run.state, locale) };
}
