import { type SyncOutcome, sentContract, sentOrder, sentReturn } from '@madoguchi/contract/commerce.ts';
import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { keepContract } from '../contracts/contracts.commands.ts';
import { keepOrder } from '../orders/orders.commands.ts';
import { keepReturn } from '../returns/sync-returns.commands.ts';
import type { Done } from './outcome.rules.ts';

type Keep<T> = (ctx: Ctx, tx: Tx, source: string, externalId: string, sent: T) => Promise<Done>;
export type Kind<T> = { shape: z.ZodType<T>; keep: Keep<T> };

export const ORDERS: Kind<z.output<typeof sentOrder>> = { shape: sentOrder, keep: keepOrder };
export const RETURNS: Kind<z.output<typeof sentReturn>> = { shape: sentReturn, keep: keepReturn };
export const CONTRACTS: Kind<z.output<typeof sentContract>> = { shape: sentContract, keep: keepContract };

const named = z.object({ externalId: z.string().min(1).max(200) });

/** One thing that a shop tells of, in a transaction of its own. */
export async function syncOne<T>(ctx: Ctx, { keep }: Kind<T>, source: string, externalId: string, sent: T): Promise<SyncOutcome> {
  const done = await ctx.transaction((tx) => keep(ctx, tx, source, externalId, sent));
  return { externalId, ...done, errors: [] };
}

/** Many, in the order given, each for itself: what is malformed is refused by name and the others are kept. */
export async function syncMany<T>(ctx: Ctx, kind: Kind<T>, source: string, items: readonly unknown[]): Promise<SyncOutcome[]> {
  const outcomes: SyncOutcome[] = [];
  for (const item of items) {
    const name = named.safeParse(item);
    const sent = kind.shape.safeParse(item);
    if (name.success && sent.success) outcomes.push(await syncOne(ctx, kind, source, name.data.externalId, sent.data));
    else {
      const errors = [...(name.error?.issues ?? []), ...(sent.error?.issues ?? [])].map(({ path, message }) => ({
        path: path.join('.'),
        message,
      }));
      outcomes.push({ externalId: name.data?.externalId ?? '', outcome: 'refused', id: null, errors });
    }
  }
  return outcomes;
}
