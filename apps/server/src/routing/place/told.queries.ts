import { withContract } from '../../commerce/contracts/contracts.queries.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { customerById } from '../../customers/customers.queries.ts';
import { idsOfPerson } from '../../customers/people/people.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { FIRST_WEIGHTS, type Told, type Weights } from '../difficulty/difficulty.rules.ts';
import type { Placing } from '../routing.types.ts';

/** What the bot has to say of a conversation: how sure it was at last, and whether its answers did not help. Handed in by app.ts. */
export type BotTold = (tx: Tx, workspaceId: string, conversationId: string) => Promise<Pick<Told, 'confidence' | 'botFailed'>>;

export const noBot: BotTold = async () => ({ confidence: null, botFailed: false });

const READ_MESSAGES = 50;
const WEEK_IN_MS = 7 * 24 * 3_600_000;
const KNOWN_FOR_MS = 90 * 24 * 3_600_000;

/** What the difficulty of a conversation is judged by. */
export async function toldOf(ctx: Ctx, tx: Tx, row: ConversationRow, botTold: BotTold): Promise<Told> {
  const { workspaceId } = ctx.viewer;
  const said = await tx
    .selectFrom('messages')
    .select('text')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', row.id)
    .where('author_kind', '=', 'customer')
    .orderBy('seq', 'desc')
    .limit(READ_MESSAGES)
    .execute();
  const before = await tx
    .selectFrom('conversations')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', 'in', idsOfPerson(tx, ctx.viewer.workspaceId, row.customer_id))
    .where('id', '<>', row.id)
    .where('created_at', '>=', new Date(ctx.clock.now().getTime() - WEEK_IN_MS))
    .executeTakeFirstOrThrow();
  const text = said
    .map((one) => one.text)
    .reverse()
    .join('\n');
  return { ...(await botTold(tx, workspaceId, row.id)), text, often: Number(before.many) };
}

/** The weights as this workspace taught them. */
export async function weightsOf(ctx: Ctx, tx: Tx): Promise<Weights> {
  const row = await tx
    .selectFrom('difficulty_weights')
    .select('weights')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .executeTakeFirst();
  return { ...FIRST_WEIGHTS, ...(row?.weights as Partial<Weights> | undefined) };
}

/** What the rules of queues ask of a conversation. */
export async function placingOf(ctx: Ctx, tx: Tx, row: ConversationRow, difficulty: Placing['difficulty']): Promise<Placing> {
  const customer = await customerById(tx, ctx.viewer.workspaceId, row.customer_id);
  return {
    channel: row.channel,
    inboxId: row.inbox_id,
    page: (row.page as { url?: string } | null)?.url ?? '',
    tags: row.tags,
    subject: row.subject,
    language: row.locale,
    attributes: await withContract(ctx, tx, row.customer_id, customer?.attributes ?? {}),
    difficulty,
  };
}

/** Who had this customer last, within three months. */
export async function lastAgentOf(ctx: Ctx, tx: Tx, row: ConversationRow): Promise<string | null> {
  const last = await tx
    .selectFrom('conversations')
    .select('assignee_agent_id')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('customer_id', 'in', idsOfPerson(tx, ctx.viewer.workspaceId, row.customer_id))
    .where('assignee_agent_id', 'is not', null)
    .where('agent_acted_at', '>', new Date(ctx.clock.now().getTime() - KNOWN_FOR_MS))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.assignee_agent_id ?? null;
}
