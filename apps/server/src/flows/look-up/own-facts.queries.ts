import { contractsProvedBy } from '../../commerce/contracts/contracts.queries.ts';
import { ordersProvedBy } from '../../commerce/orders/proved-orders.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import type { OwnFactsNeed } from '../flows.types.ts';
import { contractAnswers, MOST_TOLD, orderAnswers } from './own-facts.rules.ts';

/**
 * What is known here of the customer's own orders or contracts, as answers in their words; null when there is nothing of theirs. Asked by
 * what holds as proved in this turn: an address that was only said, or proved on another line, finds nothing, and neither does the number of
 * somebody else's order.
 */
export async function ownFacts(
  ctx: Ctx,
  tx: Tx,
  { of, number, proved, locale }: Pick<OwnFactsNeed, 'of' | 'number' | 'proved' | 'locale'>,
): Promise<Record<string, string> | null> {
  const { workspaceId } = ctx.viewer;
  const by = { email: proved.verified_email ?? '', phone: proved.verified_phone ?? '', external: proved.verified_customer_id ?? '' };
  const { timezone } = await workspaceSettings(ctx, tx);
  if (of === 'contract') return contractAnswers(await contractsProvedBy(tx, workspaceId, by, ctx.clock.now()), { locale, timezone });
  return orderAnswers(await ordersProvedBy(tx, workspaceId, by, number, MOST_TOLD), { locale, timezone });
}
