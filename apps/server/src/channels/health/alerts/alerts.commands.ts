import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/db.ts';
import type { Outbox } from '../../../platform/mail-transport/outbox.ts';
import { workspaceSettings } from '../../../workspaces/workspaces.queries.ts';
import { certificateEndsOf } from '../certificate-ends.ts';
import type { InboxStanding } from '../inboxes-everywhere.queries.ts';
import { type AlertMail, alertMails } from './alert-mails.ts';
import { nextEnd, nextStep, tokenNotice } from './alerts.rules.ts';

export type AlertDeps = { outbox: Outbox; publicUrl: string | null };
type Mails = ReturnType<typeof alertMails>;

/** Tells administrators of an inbox what they were not told yet, and remembers that; without a mail server nothing counts as told. */
export async function alertOf(ctx: Ctx, deps: AlertDeps, inbox: InboxStanding): Promise<void> {
  await ctx.transaction(async (tx) => {
    const noted = await notedOf(ctx, tx, inbox.inboxId);
    const now = ctx.clock.now();
    const tell = async (key: string, mailOf: (mails: Mails) => AlertMail) =>
      deps.outbox.available && (await mailAdministrators(ctx, tx, deps, inbox, `${inbox.inboxId}:${key}`, mailOf));

    const step = nextStep(inbox, { failingSince: noted.failing_since, toldAt: noted.told_at }, now);
    if (step.kind === 'wait') await note(ctx, tx, inbox.inboxId, { failing_since: step.since });
    if (step.kind === 'forget') await note(ctx, tx, inbox.inboxId, { failing_since: null, told_at: null });
    if (step.kind === 'tell_failing') {
      const isTold = await tell(`failing:${step.since.toISOString()}`, (mails) => mails.failing(inbox.failure!, step.since));
      await note(ctx, tx, inbox.inboxId, { failing_since: step.since, told_at: isTold ? now : null });
    }
    if (step.kind === 'tell_recovered') {
      await tell(`recovered:${step.since.toISOString()}`, (mails) => mails.recovered(step.since));
      await note(ctx, tx, inbox.inboxId, { failing_since: null, told_at: null });
    }

    const certificateEndsAt = await certificateEndsOf(tx, ctx.viewer.workspaceId, inbox.inboxId);
    const end = nextEnd({ ...inbox, certificateEndsAt }, now);
    const days = end && tokenNotice(end.at, { endsAt: noted.token_expires_at, days: noted.token_told_days }, now);
    if (!end || !days) return;
    const isTold = await tell(`${end.of}:${end.at.toISOString()}:${days}`, (mails) => mails.ends(end.of, daysUntil(end.at, now), end.at));
    if (isTold) await note(ctx, tx, inbox.inboxId, { token_expires_at: end.at, token_told_days: days });
  });
}

const daysUntil = (ends: Date, now: Date): number => Math.ceil((ends.getTime() - now.getTime()) / 86_400_000);

async function notedOf(ctx: Ctx, tx: Tx, inboxId: string) {
  const row = await tx
    .selectFrom('inbox_alerts')
    .select(['failing_since', 'told_at', 'token_expires_at', 'token_told_days'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('inbox_id', '=', inboxId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? { failing_since: null, told_at: null, token_expires_at: null, token_told_days: null };
}

type Noted = Awaited<ReturnType<typeof notedOf>>;

async function note(ctx: Ctx, tx: Tx, inboxId: string, known: Partial<Noted>): Promise<void> {
  const nothing = { failing_since: null, told_at: null, token_expires_at: null, token_told_days: null };
  await tx
    .insertInto('inbox_alerts')
    .values({ workspace_id: ctx.viewer.workspaceId, inbox_id: inboxId, ...nothing, ...known })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'inbox_id']).doUpdateSet(known))
    .execute();
}

/** One mail to each administrator, in their language. @returns false when there is none */
async function mailAdministrators(
  ctx: Ctx,
  tx: Tx,
  { outbox, publicUrl }: AlertDeps,
  { name, channel }: InboxStanding,
  key: string,
  mailOf: (mails: Mails) => AlertMail,
): Promise<boolean> {
  const { timezone } = await workspaceSettings(ctx, tx);
  const administrators = await tx
    .selectFrom('agents')
    .select(['id', 'email', 'locale'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('role', 'in', ['owner', 'admin'])
    .where('deactivated_at', 'is', null)
    .execute();
  for (const { id, email, locale } of administrators) {
    const mails = alertMails(locale, { inboxName: name, channel, timezone, deskUrl: publicUrl && `${publicUrl}/desk` });
    await outbox.queue(ctx, tx, { to: email, ...mailOf(mails), idempotencyKey: `inbox:${key}:${id}` });
  }
  return administrators.length > 0;
}
