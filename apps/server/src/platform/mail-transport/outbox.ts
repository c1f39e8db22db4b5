import type { Ctx } from '../ctx.ts';
import type { Tx } from '../db/db.ts';
import { newId } from '../ids/ids.ts';
import { enqueue } from '../jobs/jobs.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { OutgoingMail } from './mail.types.ts';
import { MailRefused } from './mail-refused.ts';
import type { MailTransport } from './mail-transport.ts';

/** The job that sends one mail; its payload: mailId. */
export const MAIL_TASK = 'mail.send';

type Queued = Omit<OutgoingMail, 'messageId' | 'headers'> & {
  /** After this moment it is of no use and is not sent. */
  sendBefore?: Date;
};

/** System mail on its way: put down in the transaction of the rows it is about, sent by a job. */
export type Outbox = Readonly<{
  available: boolean;
  /** Queues a mail; a second time with the same key nothing happens. */
  queue: (ctx: Ctx, tx: Tx, mail: Queued) => Promise<void>;
  /** What the job does. @throws MailRefused when it should be tried again */
  deliver: (ctx: Ctx, mailId: string) => Promise<void>;
}>;

/** `sealingKey`: what mails say is kept under it until they are sent. */
export function openOutbox({ transport, sealingKey }: { transport: MailTransport; sealingKey: Buffer }): Outbox {
  return {
    available: transport.available,
    queue: async (ctx, tx, { sendBefore, ...mail }) => {
      const id = newId('sml');
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('system_mails')
        .values({
          workspace_id: ctx.viewer.workspaceId,
          id,
          idempotency_key: mail.idempotencyKey,
          sealed: seal(sealingKey, JSON.stringify(mail)),
          status: 'waiting',
          send_before: sendBefore ?? null,
          failure: null,
          created_at: ctx.clock.now(),
          done_at: null,
        })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'idempotency_key']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows) await enqueue(tx, ctx, MAIL_TASK, { mailId: id }, { runAt: ctx.clock.now(), key: `mail:${id}` });
    },
    deliver: (ctx, mailId) => deliver(ctx, mailId, transport, sealingKey),
  };
}

/** A server that took it and a database that did not hear of it: the job sends the same mail again, under the same Message-ID. */
async function deliver(ctx: Ctx, mailId: string, transport: MailTransport, sealingKey: Buffer): Promise<void> {
  const row = await ctx.transaction((tx) => mailRow(ctx, tx, mailId));
  if (!row?.sealed) return;
  if (row.send_before && row.send_before <= ctx.clock.now()) return note(ctx, mailId, { status: 'too_late', failure: row.failure });
  try {
    await transport.send(JSON.parse(unseal(sealingKey, row.sealed)) as OutgoingMail);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    if (!error.temporary) return note(ctx, mailId, { status: 'refused', failure: error.failure });
    await note(ctx, mailId, { status: 'waiting', failure: error.failure });
    throw error;
  }
  await note(ctx, mailId, { status: 'sent', failure: null });
}

const mailRow = (ctx: Ctx, tx: Tx, id: string) =>
  tx
    .selectFrom('system_mails')
    .select(['sealed', 'send_before', 'failure'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();

async function note(ctx: Ctx, id: string, { status, failure }: { status: string; failure: string | null }): Promise<void> {
  const done = status === 'waiting' ? {} : { sealed: null, done_at: ctx.clock.now() };
  await ctx.transaction((tx) =>
    tx
      .updateTable('system_mails')
      .set({ status, failure, ...done })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}
