import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { nextMailAt, type Quiet } from '../settings/settings.rules.ts';

/** The job that mails an agent what they have not read; its payload: agentId. */
export const DIGEST_TASK = 'notifications.digest';

/** Has what is not read by then mailed at the agent's next time; one job a time, however much happens before it. */
export async function planMail(ctx: Ctx, tx: Tx, agentId: string, quiet: Quiet): Promise<void> {
  const runAt = nextMailAt(quiet, ctx.clock.now());
  await enqueue(tx, ctx, DIGEST_TASK, { agentId }, { runAt, key: `digest:${agentId}:${runAt.toISOString()}` });
}
