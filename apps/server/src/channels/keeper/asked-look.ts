import type { Platform } from '../../platform/ctx.ts';
import { waitingInboxes } from '../backfill/backfill.queries.ts';

const EVERY_MS = 1000;

/**
 * Finds out, once a second and workspace after workspace, of which inboxes a period is to be read in. Nobody waits for it, and a database
 * that is away is asked the next time.
 */
export function makeAskedLook(platform: Pick<Platform, 'db'>, tell: (inboxIds: readonly string[]) => void) {
  let lookedAt = 0;
  let looking = false;
  return (inboxes: readonly { workspaceId: string }[]): void => {
    if (looking || Date.now() - lookedAt < EVERY_MS) return;
    looking = true;
    const look = async () => {
      for (const workspaceId of new Set(inboxes.map((inbox) => inbox.workspaceId))) tell(await waitingInboxes(platform, workspaceId));
    };
    look()
      .catch(() => {})
      .finally(() => {
        lookedAt = Date.now();
        looking = false;
      });
  };
}
