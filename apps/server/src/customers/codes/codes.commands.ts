import { randomInt } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { newId } from '../../platform/ids/ids.ts';
import type { Outbox } from '../../platform/mail-transport/outbox.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';
import { normaliseIdentity } from '../customers.rules.ts';
import { codeMail } from './code-mail.rules.ts';
import { codeText } from './code-text.rules.ts';
import * as rules from './codes.rules.ts';
import type { OneTimeCodesTable } from './codes.tables.ts';
import type { Asking, CodeChecked, CodeSent, CodeTexts, OneTimeCodes, ProofAddress } from './codes.types.ts';
import { proveAddress } from './prove.commands.ts';

type Deps = { outbox: Outbox; key: Buffer; texts?: CodeTexts };

/** Codes that go out with the installation's mail, and as text messages where `texts` can send them. `key`: they are kept as hashes under it. */
export const openCodes = (deps: Deps): OneTimeCodes => ({
  ways: async (ctx, tx) => ({ email: deps.outbox.available, phone: (await deps.texts?.available(ctx, tx)) ?? false }),
  send: (ctx, tx, asking, to) => sendCode(ctx, tx, deps, asking, to),
  check: (ctx, tx, asking, of, code) => checkCode(ctx, tx, deps, asking, of, code),
});

/** Codes where nothing can be sent. */
export const noCodes: OneTimeCodes = {
  ways: async () => ({ email: false, phone: false }),
  send: async () => 'limited',
  check: async () => ({ outcome: 'gone' }),
};

async function sendCode(ctx: Ctx, tx: Tx, deps: Deps, asking: Asking, to: ProofAddress): Promise<CodeSent> {
  const { workspaceId } = ctx.viewer;
  const addressHash = rules.hashAddress(deps.key, workspaceId, to);
  // Two conversations that ask for the same address at once take turns, so that neither overlooks the other's code.
  await sql`select pg_advisory_xact_lock(hashtextextended(${addressHash.toString('hex')}, 0))`.execute(tx);
  if (rules.isLimited(await sentLately(ctx, tx, asking.customerId, addressHash))) return 'limited';
  const id = newId('otc');
  const code = rules.codeOf(randomInt(1_000_000));
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + rules.CODE_LIVES_MS);
  await tx
    .insertInto('one_time_codes')
    .values({
      workspace_id: workspaceId,
      id,
      customer_id: asking.customerId,
      thread_id: asking.threadId,
      address_hash: addressHash,
      code_hash: rules.hashCode(deps.key, id, code),
      sent_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  await sendOff(ctx, tx, deps, asking, to, { id, code, expiresAt });
  return 'sent';
}

type Fresh = { id: string; code: string; expiresAt: Date };
async function sendOff(ctx: Ctx, tx: Tx, { outbox, texts }: Deps, asking: Asking, to: ProofAddress, { id, code, expiresAt }: Fresh) {
  const { name } = await workspaceSettings(ctx, tx);
  const { locale, customerId, subjects } = asking;
  if (to.kind === 'email')
    await outbox.queue(ctx, tx, { to: to.value, ...codeMail(locale, name, code), idempotencyKey: `code:${id}`, sendBefore: expiresAt });
  else {
    const number = normaliseIdentity('phone', to.value);
    await texts?.queue(ctx, tx, { codeId: id, to: number, text: codeText(locale, name, code), customerId, subjects });
  }
}

async function sentLately(ctx: Ctx, tx: Tx, customerId: string, addressHash: Buffer): Promise<{ address: number; visitor: number }> {
  return tx
    .selectFrom('one_time_codes')
    .select([
      sql<number>`count(*) filter (where address_hash = ${addressHash})::int`.as('address'),
      sql<number>`count(*) filter (where customer_id = ${customerId})::int`.as('visitor'),
    ])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('sent_at', '>', rules.anHourBefore(ctx.clock.now()))
    .where((eb) => eb.or([eb('address_hash', '=', addressHash), eb('customer_id', '=', customerId)]))
    .executeTakeFirstOrThrow();
}

async function checkCode(ctx: Ctx, tx: Tx, { key }: Deps, asking: Asking, of: ProofAddress, code: string): Promise<CodeChecked> {
  const { workspaceId } = ctx.viewer;
  const kept = await latestCode(tx, workspaceId, asking.threadId);
  const now = ctx.clock.now();
  if (!kept || !rules.isLive(kept, now) || !rules.isSameHash(kept.address_hash, rules.hashAddress(key, workspaceId, of)))
    return { outcome: 'gone' };
  const isRight = rules.isSameHash(kept.code_hash, rules.hashCode(key, kept.id, code));
  const tries = kept.tries + 1;
  await tx
    .updateTable('one_time_codes')
    .set({ tries, used_at: isRight ? now : null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', kept.id)
    .execute();
  if (!isRight) return tries < rules.TRIES_PER_CODE ? { outcome: 'wrong', left: rules.TRIES_PER_CODE - tries } : { outcome: 'gone' };
  await proveAddress(ctx, tx, asking, of);
  return { outcome: 'right' };
}

/** Only the last one counts: a new code replaces those before it. */
const latestCode = (tx: Tx, workspaceId: string, threadId: string): Promise<Selectable<OneTimeCodesTable> | undefined> =>
  tx
    .selectFrom('one_time_codes')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', threadId)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
