import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import type { Channels } from '../channels.registry.ts';
import { runningInboxes } from '../keeper/running-inboxes.queries.ts';
import type { Calls, InboxToCall } from '../port/calls.ts';
import { ChannelError } from '../port/channel-error.ts';
import { learnSettings } from '../settings/settings.commands.ts';
import { noteFailing, noteHealth, noteProofSent, noteWorking } from './health.commands.ts';

/** An hour between two proofs: what is broken is known before a customer finds out. */
const EVERY_MS = 3_600_000;
const DAY_MS = 24 * EVERY_MS;
/** Payloads that were read stay for a month, to be compared after a fix of the parser; those nobody could read stay. */
const KEPT_DAYS = 30;

type Deps = { platform: Platform; channels: Channels; calls: Calls };

/** Proves each running inbox's credentials against its platform, hour by hour, and lets go of what was read long ago. */
export function checksLane(deps: Deps): Lane {
  const checkedAt = new Map<string, number>();
  return {
    name: 'check',
    due: async () => {
      const now = deps.platform.clock.now().getTime();
      const names = deps.channels.all.filter(({ check, prove }) => check || prove).map(({ name }) => name);
      const inboxes = await runningInboxes(deps.platform, names);
      return inboxes
        .filter(({ id }) => now - (checkedAt.get(id) ?? 0) >= EVERY_MS)
        .map((inbox) => ({
          key: inbox.id,
          work: async () => {
            checkedAt.set(inbox.id, now);
            await checkInbox(deps, inbox);
            await proveInbox(deps, inbox);
            await dropRead(deps.platform, inbox);
          },
        }));
    },
  };
}

/**
 * Asks the platform whether the settings are right, and writes down what it says.
 * @returns what was found, for whoever pressed the button
 */
export async function checkInbox({ platform, channels, calls }: Deps, inbox: InboxToCall) {
  const ctx = makeCtx(platform, systemViewer(inbox.workspaceId), systemActor);
  const channel = channels.byName(inbox.channel);
  if (!channel?.check) return { ok: true, account: null, failure: null, detail: null };
  try {
    const { account = null, tokenExpiresAt = null, notes, learned } = await channel.check(await calls(inbox));
    await noteWorking(
      ctx,
      inbox.id,
      { last_proof_at: ctx.clock.now(), token_expires_at: tokenExpiresAt },
      { ...notes, lastCheck: null, ...(account ? { account } : {}) },
    );
    if (learned) await learnSettings(ctx, inbox.id, learned);
    return { ok: true, account, failure: null, detail: null };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    // A platform that is away for a moment says nothing about the settings; a password or certificate that may be right again one day does.
    if (!error.temporary || error.aboutInbox) await noteFailing(ctx, inbox.id, error.code, error.detail);
    else await ctx.transaction((tx) => noteHealth(ctx, tx, inbox.id, {}, { lastCheck: error.code }));
    return { ok: false, account: null, failure: error.code, detail: error.detail };
  }
}

/** Has the inbox prove itself. While a proof is outstanding no other is sent: its age says how long nothing came back. */
async function proveInbox({ platform, channels, calls }: Deps, inbox: InboxToCall): Promise<void> {
  const channel = channels.byName(inbox.channel);
  if (!channel?.prove) return;
  const ctx = makeCtx(platform, systemViewer(inbox.workspaceId), systemActor);
  try {
    const isSent = await channel.prove(await calls(inbox));
    if (isSent) await ctx.transaction((tx) => noteProofSent(ctx, tx, inbox.id));
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    await noteFailing(ctx, inbox.id, error.code, error.detail);
  }
}

async function dropRead({ db, clock }: Platform, inbox: InboxToCall): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  await db.as(systemViewer(inbox.workspaceId), (tx) =>
    tx
      .deleteFrom('payloads')
      .where('workspace_id', '=', inbox.workspaceId)
      .where('inbox_id', '=', inbox.id)
      .where('state', '=', 'parsed')
      .where('received_at', '<', before)
      .execute(),
  );
}
