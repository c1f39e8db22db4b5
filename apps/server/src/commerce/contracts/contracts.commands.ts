import type { SentContract } from '@madoguchi/contract/commerce.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { contractSynced, contractTurned } from '../commerce.events.ts';
import { type Done, digestOf, doneWith } from '../sync/outcome.rules.ts';
import { holderOf } from '../whose/holder.rules.ts';
import { ownerOf } from '../whose/whose.queries.ts';

/** The job that tells that a contract began or ended; payload: contractId. */
export const CONTRACT_TURN_TASK = 'commerce.contract_turn';

/** Keeps a contract as its system tells of it; older words change nothing. */
export async function keepContract(ctx: Ctx, tx: Tx, source: string, externalId: string, sent: SentContract): Promise<Done> {
  const workspace_id = ctx.viewer.workspaceId;
  const digest = digestOf(sent);
  const holder = holderOf(sent.customer);
  const written = await tx
    .insertInto('contracts')
    .values({
      workspace_id,
      id: newId('ctr'),
      source,
      external_id: externalId,
      name: sent.name.trim(),
      holder_external: holder.external,
      holder_name: sent.customer.name,
      holder_email: holder.email,
      holder_phone: holder.phone,
      holder_domain: sent.customer.domain.normalize('NFKC').trim().toLowerCase().replace(/^@/, ''),
      erased_at: null,
      starts_at: new Date(sent.startsAt),
      ends_at: sent.endsAt ? new Date(sent.endsAt) : null,
      entitlements: JSON.stringify(sent.entitlements),
      updated_at: new Date(sent.updatedAt),
      digest,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'source', 'external_id'])
        .doUpdateSet((eb) => {
          const unlessErased = (column: 'holder_external' | 'holder_name' | 'holder_email' | 'holder_phone') =>
            eb
              .case()
              .when('contracts.erased_at', 'is', null)
              .then(eb.ref(`excluded.${column}`))
              .else('')
              .end();
          return {
            name: eb.ref('excluded.name'),
            holder_external: unlessErased('holder_external'),
            holder_name: unlessErased('holder_name'),
            holder_email: unlessErased('holder_email'),
            holder_phone: unlessErased('holder_phone'),
            holder_domain: eb.ref('excluded.holder_domain'),
            starts_at: eb.ref('excluded.starts_at'),
            ends_at: eb.ref('excluded.ends_at'),
            entitlements: eb.ref('excluded.entitlements'),
            updated_at: eb.ref('excluded.updated_at'),
            digest: eb.ref('excluded.digest'),
          };
        })
        .whereRef('contracts.updated_at', '<=', 'excluded.updated_at')
        .whereRef('contracts.digest', '<>', 'excluded.digest'),
    )
    .returning(['id', 'starts_at', 'ends_at', sql<boolean>`xmax = 0`.as('is_new')])
    .executeTakeFirst();
  if (!written) return doneWith(undefined, await standingContract(tx, workspace_id, source, externalId), digest);
  await tellWhenItTurns(ctx, tx, written);
  const customer = await ownerOf(tx, workspace_id, holder);
  await ctx.append(tx, contractSynced({ contractId: written.id, source, isNew: written.is_new }), { customerId: customer?.id ?? null });
  return doneWith(written, undefined, digest);
}

/** At its beginning and its end what rests on it has to be looked at anew, also when nothing else happens then. */
async function tellWhenItTurns(
  ctx: Ctx,
  tx: Tx,
  { id, starts_at, ends_at }: { id: string; starts_at: Date; ends_at: Date | null },
): Promise<void> {
  for (const [end, at] of [
    ['start', starts_at],
    ['end', ends_at],
  ] as const)
    if (at && at > ctx.clock.now())
      await enqueue(tx, ctx, CONTRACT_TURN_TASK, { contractId: id }, { runAt: at, key: `contract:${id}:${end}` });
}

/** A contract's dates may have been changed since: then this tells of nothing new, and nobody is harmed. */
export const tellContractTurned = (ctx: Ctx, contractId: string): Promise<void> =>
  ctx.transaction((tx) => ctx.append(tx, contractTurned({ contractId })));

const standingContract = (tx: Tx, workspaceId: string, source: string, externalId: string) =>
  tx
    .selectFrom('contracts')
    .select(['id', 'digest'])
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
