import type { FlowResult, FlowResults, OutsideNeed } from '../../flows/flows.types.ts';
import type { LookUp } from '../../flows/look-up/look-up.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Asked, Found } from '../bot.types.ts';

/** What was fetched for a turn before the conversation is locked: answers by question, and what came of a flow's look-ups by key. */
export type Gathered = { found: Map<string, Found>; lookedUp: Map<string, Record<string, string> | null> };

/** Where it comes from. */
export type Gathering = {
  /** What the company's knowledge makes of a question that came in at an inbox, for its brand's customers; null: of all articles. */
  find: (ctx: Ctx, question: string, inboxId: string | null) => Promise<Found>;
  /** What a company's own server says. */
  lookUp: LookUp;
};

/** What a turn lacks. Thrown within its transaction, so that nothing of the turn is kept; the turn is taken again once it is there. */
export class Lacking extends Error {
  readonly need: OutsideNeed;

  constructor(need: OutsideNeed) {
    super(`lacking ${need.kind}`);
    this.name = 'Lacking';
    this.need = need;
  }
}

export const nothingGathered = (): Gathered => ({ found: new Map(), lookedUp: new Map() });

/** Fetches it, outside any transaction: it may take seconds. */
export async function gather(
  ctx: Ctx,
  need: OutsideNeed,
  { inboxId }: Pick<Asked, 'inboxId'>,
  { find, lookUp }: Gathering,
  into: Gathered,
): Promise<void> {
  if (need.kind === 'find') into.found.set(need.question, await find(ctx, need.question, inboxId));
  else into.lookedUp.set(need.key, await lookUp(need.request, need.keep));
}

/** As a flow reads it. Several possible answers are an answer: the customer is asked which. */
export function resultsOf({ found, lookedUp }: Gathered): FlowResults {
  const results = new Map<string, FlowResult>();
  for (const [question, { decision }] of found) results.set(`find ${question}`, { kind: 'find', found: decision !== 'handoff' });
  for (const [key, fields] of lookedUp) results.set(key, { kind: 'look_up', fields });
  return results;
}
