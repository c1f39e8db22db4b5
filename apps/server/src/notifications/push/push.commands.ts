import { createHash } from 'node:crypto';
import { type TellableAgent, tellableAgents } from '../../agents/viewers.queries.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { moveFence } from '../../platform/db/move-fence.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { wordsFor } from '../../platform/words.ts';
import { notificationsOf, unreadOf } from '../inbox/list.queries.ts';
import { asTold } from '../mail/digest.commands.ts';
import { policyOf, settingsOf } from '../settings/settings.queries.ts';
import { quietUntil } from '../settings/settings.rules.ts';
import { aboutOf, titleOf } from '../tell/words.rules.ts';
import { deviceById, removeDevice } from './devices.commands.ts';
import type { PushMessage, PushOutcome, Send } from './send.ts';

/** The job that writes one notification to one device; its payload: notificationId, deviceId, tries. */
export const PUSH_TASK = 'notifications.push';

export type PushPart = { send: Send; sealingKey: Buffer };

const HALF_DAY_S = 43_200;
const MINUTE_S = 60;
/** 10 s, 40 s, 160 s, 640 s, then it is no news any more. */
const TRIES = 4;
const FIRST_PAUSE_MS = 10_000;

/** What a device shows; the service worker reads it. */
export type PushPayload = { title: string; body: string; tag: string; path: string; unread: number; locale: 'ja' | 'en' };

/** Writes a notification to a device, unless it is read or quiet by now. A subscription that is gone is forgotten. */
export async function push(
  ctx: Ctx,
  { send, sealingKey }: PushPart,
  { notificationId, deviceId, tries }: { notificationId: string; deviceId: string; tries: number },
): Promise<void> {
  const wish = await ctx.transaction(async (tx) => {
    const device = await deviceById(ctx, tx, sealingKey, deviceId);
    const [agent] = device ? await tellableAgents(tx, ctx.viewer.workspaceId, [device.agentId]) : [];
    if (!device || !agent || quietUntil(await settingsOf(ctx, tx, agent.id), ctx.clock.now())) return null;
    const message = await messageFor(ctx, tx, agent, notificationId);
    return message && { device, message };
  });
  if (!wish) return;
  const outcome = await send(wish.device.subscription, wish.message);
  await note(ctx, { ...wish.device, deviceId }, outcome);
  if (outcome.kind !== 'later' || tries >= TRIES) return;
  const pause = Math.max(outcome.afterMs ?? 0, FIRST_PAUSE_MS * 4 ** tries);
  const again = { notificationId, deviceId, tries: tries + 1 };
  const runAt = new Date(ctx.clock.now().getTime() + pause);
  await ctx.transaction((tx) => enqueue(tx, ctx, PUSH_TASK, again, { runAt, key: `push-again:${notificationId}:${deviceId}` }));
}

/** Sends an agent's own device a word now, whatever the hour. @throws notFound */
export async function tryDevice(
  ctx: Ctx,
  { send, sealingKey }: PushPart,
  agentId: string,
  deviceId: string,
): Promise<'sent' | 'gone' | 'failed'> {
  const wish = await ctx.transaction(async (tx) => {
    const device = await deviceById(ctx, tx, sealingKey, deviceId);
    const [agent] = await tellableAgents(tx, ctx.viewer.workspaceId, [agentId]);
    if (!agent || device?.agentId !== agentId) throw notFound();
    return { device, agent };
  });
  const say = wordsFor(wish.agent.locale);
  const payload: PushPayload = {
    title: say('notify.try_title'),
    body: say('notify.try_text'),
    tag: 'try',
    path: '/desk/settings/notifications',
    unread: 0,
    locale: wish.agent.locale,
  };
  const outcome = await send(wish.device.subscription, {
    payload: JSON.stringify(payload),
    ttlSeconds: MINUTE_S,
    topic: 'try',
    urgent: true,
  });
  await note(ctx, { ...wish.device, deviceId }, outcome);
  return outcome.kind === 'sent' || outcome.kind === 'gone' ? outcome.kind : 'failed';
}

/** What is said, through the agent's own fence; null when it is read, or not theirs to see. */
async function messageFor(ctx: Ctx, tx: Tx, agent: TellableAgent, notificationId: string): Promise<PushMessage | null> {
  const { shows } = await policyOf(ctx, tx);
  const { workspaceId } = ctx.viewer;
  await moveFence(tx, agent.viewer);
  const row = await notificationsOf(tx, workspaceId, agent.id)
    .where('n.id', '=', notificationId)
    .where('n.read_at', 'is', null)
    .executeTakeFirst();
  const { unread } = await unreadOf(tx, workspaceId, agent.id);
  await moveFence(tx, systemViewer(workspaceId));
  if (!row) return null;
  const say = wordsFor(agent.locale);
  const told = asTold(row);
  const tag = `${row.kind}:${row.conversation_id}`;
  const payload: PushPayload = {
    title: titleOf(say, told),
    body: aboutOf(say, told, shows),
    tag,
    path: `/desk/c/${row.conversation_id}`,
    unread,
    locale: agent.locale,
  };
  return {
    payload: JSON.stringify(payload),
    ttlSeconds: told.kind === 'offered' ? MINUTE_S : HALF_DAY_S,
    topic: createHash('sha256').update(tag).digest('base64url').slice(0, 32),
    urgent: told.kind === 'offered' || told.kind === 'mentioned' || told.kind === 'whispered' || told.kind === 'promise',
  };
}

async function note(ctx: Ctx, { agentId, deviceId }: { agentId: string; deviceId: string }, outcome: PushOutcome): Promise<void> {
  if (outcome.kind === 'gone') await removeDevice(ctx, agentId, deviceId).catch(() => {});
  if (outcome.kind !== 'sent') return;
  await ctx.transaction((tx) =>
    tx
      .updateTable('push_devices')
      .set({ reached_at: ctx.clock.now() })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', deviceId)
      .execute(),
  );
}
