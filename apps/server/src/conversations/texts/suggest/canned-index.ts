import { cannedTexts } from '../../../canned-responses/canned-responses.queries.ts';
import { indexTexts, type TextIndex } from '../../../knowledge/find-texts.queries.ts';
import type { Platform } from '../../../platform/ctx.ts';
import { systemViewer } from '../../../platform/db/viewer.ts';
import type { LoggedFact } from '../../../platform/event-log/read.ts';
import { followLog, type Tail } from '../../../platform/event-log/tail.ts';

export type CannedIndex = {
  /** The index of a workspace's canned responses, private ones included; built when it is first asked for, followed from then on. */
  of: (workspaceId: string) => Promise<TextIndex>;
  close: () => Promise<void>;
};

/** Workspaces whose index is kept; the one unused longest goes first. */
const KEEP = 50;

/** Canned responses to be found by what customers write, in memory. A change is found a moment after it was made, here or in another process. */
export function cannedIndex(platform: Platform, { log }: { log: { warn: (data: object, text: string) => void } }): CannedIndex {
  const kept = new Map<string, Promise<TextIndex>>();
  let tail: Promise<Tail> | null = null;
  const read = (workspaceId: string, ids?: readonly string[]) =>
    platform.db.as(systemViewer(workspaceId), (tx) => cannedTexts(tx, workspaceId, ids));

  async function notice(facts: LoggedFact[]): Promise<void> {
    const changed = new Map<string, Set<string>>();
    for (const { name, workspace_id, data } of facts) {
      if (!name.startsWith('canned_response.') || !kept.has(workspace_id)) continue;
      const ids = changed.get(workspace_id) ?? new Set();
      changed.set(workspace_id, ids.add((data as { cannedResponseId: string }).cannedResponseId));
    }
    for (const [workspaceId, ids] of changed) await renew(workspaceId, [...ids]);
  }

  async function renew(workspaceId: string, ids: string[]): Promise<void> {
    try {
      const put = await read(workspaceId, ids);
      const there = new Set(put.map(({ id }) => id));
      await (await kept.get(workspaceId))?.update({ put, remove: ids.filter((id) => !there.has(id)) });
    } catch (error) {
      // Built anew at the next question.
      kept.delete(workspaceId);
      log.warn({ workspaceId, error: (error as Error).message }, 'suggested canned responses');
    }
  }

  return {
    async of(workspaceId) {
      // Follow first, then read: whatever is committed after that reading comes as a fact.
      tail ??= followLog(platform, notice, { onError: (error) => log.warn({ error: error.message }, 'suggested canned responses') });
      await tail;
      const index = kept.get(workspaceId) ?? read(workspaceId).then(indexTexts);
      kept.delete(workspaceId);
      kept.set(workspaceId, index);
      index.catch(() => kept.get(workspaceId) === index && kept.delete(workspaceId));
      for (const oldest of kept.keys()) if (kept.size > KEEP) kept.delete(oldest);
      return index;
    },
    close: async () => (await tail)?.stop(),
  };
}
