import type { ConversationRow } from '../../conversations/conversations.types.ts';
import type { OneTimeCodes } from '../../customers/codes/codes.types.ts';
import { continueFlow, type FlowHeard, startFlow, type TakenTurn } from '../../flows/run/runs.commands.ts';
import { hasRun, startableFlows } from '../../flows/run/runs.queries.ts';
import { flowInsteadOf, flowStartedBy } from '../../flows/run/triggers.rules.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Asked, Heard } from '../bot.types.ts';
import { type Gathered, Lacking, resultsOf } from './gathered.ts';

type Sources = { gathered: Gathered; sources: { codes: OneTimeCodes } };

/**
 * The turn of a flow, if one is under way in the locked conversation or this message starts one; null when the bot answers as always.
 * @throws Lacking
 */
export async function flowTurn(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  asked: Asked,
  heard: Heard,
  { gathered, sources: { codes } }: Sources,
): Promise<TakenTurn | null> {
  const going = settled(await continueFlow(ctx, tx, conversation, asFlowHears(heard), resultsOf(gathered), codes));
  if (going || heard.kind === 'pressed') return going;
  const started = await startedBy(tx, ctx.viewer.workspaceId, conversation, asked);
  return started && begin(ctx, tx, conversation, started.id, asked, { gathered, sources: { codes } });
}

type Place = Pick<ConversationRow, 'page' | 'channel'>;

async function startedBy(tx: Tx, workspaceId: string, { page, channel }: Place, { text, seq }: Pick<Asked, 'text' | 'seq'>) {
  const pageUrl = (page as { url?: string } | null)?.url ?? null;
  return flowStartedBy(await startableFlows(tx, workspaceId), { text, isFirst: seq === 1, channel, pageUrl });
}

/** Whether a message is likely to be a flow's, as things stand: then nobody need look for an answer to it in the knowledge. */
export async function looksLikeFlows(
  tx: Tx,
  workspaceId: string,
  conversation: Place & Pick<ConversationRow, 'id'>,
  asked: Pick<Asked, 'text' | 'seq'>,
): Promise<boolean> {
  if (await hasRun(tx, workspaceId, conversation.id, { running: true })) return true;
  return (await startedBy(tx, workspaceId, conversation, asked)) !== null;
}

/** The turn of the flow that a company leads customers through instead of quoting an article; null for none. @throws Lacking */
export async function flowInsteadOfArticle(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  asked: Asked,
  articleId: string,
  from: Sources,
): Promise<TakenTurn | null> {
  const flow = flowInsteadOf(await startableFlows(tx, ctx.viewer.workspaceId), articleId);
  return flow && begin(ctx, tx, conversation, flow.id, asked, from);
}

const begin = async (
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  flowId: string,
  { text }: Asked,
  { gathered, sources: { codes } }: Sources,
) => settled(await startFlow(ctx, tx, conversation, { flowId, question: text }, resultsOf(gathered), codes));

function settled(outcome: Awaited<ReturnType<typeof continueFlow>>): TakenTurn | null {
  if (outcome && 'need' in outcome) throw new Lacking(outcome.need);
  return outcome?.taken ?? null;
}

function asFlowHears(heard: Heard): FlowHeard {
  if (heard.kind === 'said') return heard;
  const { choice } = heard;
  return choice.kind === 'flow_option' ? { ...choice, kind: 'pressed' } : { kind: 'other' };
}
