import type { SpamVerdict } from '../conversations/conversations.types.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { Sender } from './blocks/block.rules.ts';
import { blockFor } from './blocks/blocks.queries.ts';
import { filterOf, knownOf, lessonsOf } from './filter/filter.queries.ts';
import { judge, knowsEnough } from './filter/score.rules.ts';
import { shownWords } from './filter/shown-words.rules.ts';
import { signOf, tokensOf } from './filter/tokens.rules.ts';
import type { Suspect } from './spam.types.ts';

type Case = {
  customerId: string;
  /** Who sent this very message, where the channel says so; the customer's other identities count as well. */
  sender?: Sender;
  /** What the filter looks at; null where only the block list counts. */
  suspect: Suspect | null;
};

/** Whether a sender is on the block list, whatever they write. `ctx`: the product's own, as customers do not see the list. */
export async function isBlocked(ctx: Ctx, tx: Tx, sender: Sender): Promise<boolean> {
  return (await blockFor(tx, ctx.viewer.workspaceId, [sender])) !== null;
}

/**
 * Whether what is about to open a conversation is spam: by the block list, whoever it is; by the filter only if people never answered the
 * customer, and only when it knows enough and is very sure. Null for what is to be answered.
 */
export async function judgeInbound(ctx: Ctx, { customerId, sender, suspect }: Case): Promise<SpamVerdict | null> {
  return ctx.transaction(async (tx) => {
    const { workspaceId } = ctx.viewer;
    const senders = [...(sender ? [sender] : []), ...(await identitiesOf(tx, workspaceId, customerId))];
    const block = await blockFor(tx, workspaceId, senders);
    if (block) return { by: 'block_list', score: null, words: [], signs: suspect ? failedSigns(suspect) : [], block };
    if (!suspect) return null;
    const { on, measured } = await filterOf(tx, workspaceId);
    if (!on || !measured) return null;
    const lessons = await lessonsOf(tx, workspaceId);
    if (!knowsEnough(lessons) || (await wasAnswered(tx, workspaceId, customerId))) return null;
    const tokens = tokensOf(suspect);
    const { score, forSpam } = judge({ lessons, tokens: await knownOf(tx, workspaceId, tokens) }, tokens);
    if (score < measured.threshold) return null;
    return {
      by: 'filter',
      score,
      words: shownWords(forSpam, `${suspect.subject}\n${suspect.text}`),
      signs: [...signsIn(forSpam), ...failedSigns(suspect)].filter(isFirst),
      block: null,
    };
  });
}

const isFirst = (one: string, at: number, all: readonly string[]) => all.indexOf(one) === at;

const identitiesOf = (tx: Tx, workspaceId: string, customerId: string): Promise<Sender[]> =>
  tx
    .selectFrom('identities')
    .select(['kind', 'value'])
    .where('workspace_id', '=', workspaceId)
    .where('customer_id', '=', customerId)
    .limit(100)
    .execute();

/** A person of ours wrote to this customer once: whoever they are, they are somebody. */
async function wasAnswered(tx: Tx, workspaceId: string, customerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('conversations as c')
    .innerJoin('messages as m', (join) => join.onRef('m.workspace_id', '=', 'c.workspace_id').onRef('m.conversation_id', '=', 'c.id'))
    .select('m.id')
    .where('c.workspace_id', '=', workspaceId)
    .where('c.customer_id', '=', customerId)
    .where('m.author_kind', '=', 'agent')
    .where('m.kind', '=', 'message')
    .where('m.delivery', '=', 'sent')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const signsIn = (forSpam: readonly string[]): string[] => forSpam.map(signOf).filter((sign) => sign !== null);

/** What the sender's own server denies is worth saying, whatever spoke for spam. */
const failedSigns = ({ mail }: Suspect): string[] => (mail?.authentication?.dmarc === 'fail' ? ['dmarc_fail'] : []);
