import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/db.ts';
import type { Placed } from '../../channel.ts';
import type { InboundEvent } from '../../port/port.types.ts';
import type { MailHints } from '../mail-hints.types.ts';
import { bareSubject, messageOfMailId, messageOfPlusAddress } from '../message-ids.rules.ts';

type Placeable = Extract<InboundEvent, { kind: 'message' | 'remark' }>;

const GUESS_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

/**
 * The e-mail thread a mail belongs to: by our own signed name in its references or in a plus-address; by the names of mails we know; by its
 * sender, subject and time, marked as the guess it is; or a thread of its own.
 */
export async function placeMail(ctx: Ctx, tx: Tx, inboxId: string, event: Placeable): Promise<Placed> {
  const hints = event.hints as MailHints;
  const ours = await byToken(ctx, tx, inboxId, hints);
  if (ours) return { threadExternalId: ours, joinedBy: 'token' };
  const known = await byReferences(ctx, tx, inboxId, hints);
  if (known) return { threadExternalId: known, joinedBy: 'references' };
  // Subject and sender can be made up: nobody gets into a matter by them whose address is not good, and nobody good into such a one.
  const alike =
    event.kind === 'message' && event.line.identity.verified
      ? await byLikeness(ctx, tx, inboxId, hints, event.at ?? ctx.clock.now())
      : null;
  if (alike) return { threadExternalId: alike, joinedBy: 'guess' };
  return { threadExternalId: event.line.externalId };
}

async function byToken(ctx: Ctx, tx: Tx, inboxId: string, { references, addresses }: MailHints): Promise<string | null> {
  const { key } = await tx
    .selectFrom('inboxes')
    .select('key')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', inboxId)
    .executeTakeFirstOrThrow();
  const named = [...references.map((one) => messageOfMailId(key, one)), ...addresses.map((one) => messageOfPlusAddress(key, one))];
  const messageIds = named.filter((id) => id !== null);
  if (messageIds.length === 0) return null;
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
    .select('t.external_id')
    .where('m.workspace_id', '=', ctx.viewer.workspaceId)
    .where('m.id', 'in', messageIds)
    .where('t.inbox_id', '=', inboxId)
    .orderBy('m.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.external_id ?? null;
}

async function byReferences(ctx: Ctx, tx: Tx, inboxId: string, { references }: MailHints): Promise<string | null> {
  if (references.length === 0) return null;
  const row = await tx
    .selectFrom('messages as m')
    .innerJoin('threads as t', (join) => join.onRef('t.workspace_id', '=', 'm.workspace_id').onRef('t.id', '=', 'm.thread_id'))
    .select('t.external_id')
    .where('m.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.inbox_id', '=', inboxId)
    // By the index of external ids, which begins with the inbox.
    .where('m.inbox_id', 'in', tx.selectFrom('inboxes').select('id').where('workspace_id', '=', ctx.viewer.workspaceId))
    .where('m.external_id', 'in', references)
    .orderBy('m.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.external_id ?? null;
}

async function byLikeness(ctx: Ctx, tx: Tx, inboxId: string, { from, subject }: MailHints, at: Date): Promise<string | null> {
  const wanted = bareSubject(subject);
  // A subject of a word or two is no likeness: "Question" is asked about anything. Nor is a mail that answers nothing.
  if (wanted.length < 6 || wanted === subject.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()) return null;
  const rows = await tx
    .selectFrom('threads as t')
    .innerJoin('identities as d', (join) => join.onRef('d.workspace_id', '=', 't.workspace_id').onRef('d.id', '=', 't.identity_id'))
    .innerJoin('conversations as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.latest_conversation_id'),
    )
    .select(['t.external_id', 't.state', 'c.subject'])
    .where('t.workspace_id', '=', ctx.viewer.workspaceId)
    .where('t.inbox_id', '=', inboxId)
    .where('d.kind', '=', 'email')
    .where('d.value', '=', from)
    .where('d.verified_at', 'is not', null)
    .where('c.last_activity_at', '>=', new Date(at.getTime() - GUESS_DAYS * DAY_MS))
    .orderBy('c.last_activity_at', 'desc')
    .limit(20)
    .execute();
  const alike = rows.find(({ state, subject: current }) => {
    const first = (state as { subject?: string }).subject ?? current;
    return bareSubject(first) === wanted || bareSubject(current) === wanted;
  });
  return alike?.external_id ?? null;
}
