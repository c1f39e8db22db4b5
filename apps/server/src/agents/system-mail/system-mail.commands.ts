import { randomUUID } from 'node:crypto';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { getSystemMail, MailFailure, testSystemMail } from '@madoguchi/contract/system-mail.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { refusal } from '../../platform/http/refusal.ts';
import { MailRefused } from '../../platform/mail-transport/mail-refused.ts';
import type { MailTransport } from '../../platform/mail-transport/mail-transport.ts';
import { wordsFor } from '../../platform/words.ts';
import { workspaceSettings } from '../../workspaces/workspaces.queries.ts';

const noAddress = refusal('mail.no_address', 422);

/** Sends a mail to the agent who asks, at once, and says what the server made of it. @throws noAddress for a caller who is no agent */
export async function tryMail(ctx: Ctx, mail: MailTransport): Promise<OutputOf<typeof testSystemMail>> {
  const { email, locale, company } = await ctx.transaction(async (tx) => {
    const agent = await tx
      .selectFrom('agents')
      .select(['email', 'locale'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', ctx.actor.kind === 'agent' ? ctx.actor.id : '')
      .executeTakeFirst();
    if (!agent) throw noAddress();
    return { ...agent, company: (await workspaceSettings(ctx, tx)).name };
  });
  const say = wordsFor(locale);
  try {
    await mail.send({
      to: email,
      subject: say('mail.test_subject', { company }),
      text: say('mail.test_text', { company }),
      idempotencyKey: `test:${randomUUID()}`,
    });
    return { ok: true, to: email, failure: null, detail: null };
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    return { ok: false, to: email, failure: error.failure, detail: error.failure === 'not_set_up' ? null : error.message };
  }
}

/** Mails that wait for another try after a refusal, and why the newest does; null for none. */
export async function stuckMails(tx: Tx, workspaceId: string): Promise<OutputOf<typeof getSystemMail>['stuck']> {
  const rows = await tx
    .selectFrom('system_mails')
    .select('failure')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'waiting')
    .where('failure', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
  const [newest] = rows;
  return newest ? { count: rows.length, failure: newest.failure as MailFailure } : null;
}
