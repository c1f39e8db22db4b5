import { systemActor } from '../../../platform/actor.ts';
import { makeCtx, type Platform } from '../../../platform/ctx.ts';
import { systemViewer } from '../../../platform/db/viewer.ts';
import type { Lane } from '../../../platform/lanes/run-lanes.ts';
import { firstCertificateEnd } from '../../email/receiver/standing.ts';
import { endsSoon } from '../health.rules.ts';
import { type InboxStanding, inboxesEverywhere } from '../inboxes-everywhere.queries.ts';
import { type AlertDeps, alertOf } from './alerts.commands.ts';

type Deps = AlertDeps & { platform: Platform };

const EVERY_MS = 60_000;

/** Looks once a minute whether administrators are to be told of an inbox. */
export function alertsLane(deps: Deps): Lane {
  let lookedAt = 0;
  return {
    name: 'alerts',
    due: async () => {
      const now = deps.platform.clock.now().getTime();
      if (now - lookedAt < EVERY_MS) return [];
      lookedAt = now;
      return [{ key: 'all', work: () => watchInboxes(deps) }];
    },
  };
}

/** One look at every inbox of the installation: three queries, and a transaction for each inbox that something is to be said of. */
export async function watchInboxes(deps: Deps): Promise<void> {
  const { db, clock } = deps.platform;
  const worth = await db.directory(async (tx) => {
    const noted = await tx.selectFrom('inbox_alerts').select('inbox_id').where('failing_since', 'is not', null).execute();
    // Whose mail comes in by that door only the inboxes themselves say.
    const isCertificateEnding = endsSoon(await firstCertificateEnd(tx), clock.now());
    const open = new Set(noted.map(({ inbox_id }) => inbox_id));
    const isWorth = (inbox: InboxStanding) =>
      inbox.state === 'failing' || inbox.tokenExpiresAt !== null || isCertificateEnding || open.has(inbox.inboxId);
    return (await inboxesEverywhere(tx, clock.now())).filter(isWorth);
  });
  for (const inbox of worth) await alertOf(makeCtx(deps.platform, systemViewer(inbox.workspaceId), systemActor), deps, inbox);
}
