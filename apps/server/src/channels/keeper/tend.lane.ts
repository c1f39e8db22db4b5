import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import { hoursOf } from '../../workspaces/hours/calendars.queries.ts';
import { isOpenAt } from '../../workspaces/hours.rules.ts';
import type { Channels } from '../channels.registry.ts';
import { noteHealth } from '../health/health.commands.ts';
import type { Calls, InboxToCall } from '../port/calls.ts';
import { ChannelError } from '../port/channel-error.ts';
import { runningInboxes } from './running-inboxes.queries.ts';

export type TendDeps = { platform: Platform; channels: Channels; calls: Calls };

/** A minute after the hour nobody minds the menu of before. */
const EVERY_MS = 60_000;

/** Looks after each running inbox once a minute, where its channel has something that hangs on the business hours. */
export function tendLane(deps: TendDeps): Lane {
  const tendedAt = new Map<string, number>();
  const names = deps.channels.all.filter(({ tend }) => tend).map(({ name }) => name);
  return {
    name: 'tend',
    due: async () => {
      const now = deps.platform.clock.now().getTime();
      const inboxes = await runningInboxes(deps.platform, names);
      return inboxes
        .filter(({ id }) => now - (tendedAt.get(id) ?? 0) >= EVERY_MS)
        .map((inbox) => ({
          key: inbox.id,
          work: async () => {
            tendedAt.set(inbox.id, now);
            await tendInbox(deps, inbox);
          },
        }));
    },
  };
}

/** What the channel does is idempotent, and noted: as long as nothing changes it does nothing. */
export async function tendInbox({ platform, channels, calls }: TendDeps, inbox: InboxToCall): Promise<void> {
  const ctx = makeCtx(platform, systemViewer(inbox.workspaceId), systemActor);
  const { hours, timezone } = await hoursOf(ctx, undefined, inbox.id, null);
  const open = isOpenAt(hours, timezone, ctx.clock.now());
  try {
    const noted = await channels.byName(inbox.channel)?.tend?.(await calls(inbox), { open, notes: await notesOf(ctx, inbox.id) });
    if (noted) await ctx.transaction((tx) => noteHealth(ctx, tx, inbox.id, {}, { ...noted, tendFailure: null }));
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    // Not worth calling the whole inbox broken: messages come and go. The page says what is wrong all the same.
    await ctx.transaction((tx) => noteHealth(ctx, tx, inbox.id, {}, { tendFailure: error.message.slice(0, 200) }));
  }
}

async function notesOf(ctx: Ctx, inboxId: string): Promise<Record<string, string | number>> {
  const row = await ctx.transaction((tx) =>
    tx
      .selectFrom('inbox_health')
      .select('notes')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('inbox_id', '=', inboxId)
      .executeTakeFirst(),
  );
  return (row?.notes ?? {}) as Record<string, string | number>;
}
