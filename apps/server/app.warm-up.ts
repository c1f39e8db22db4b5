import type { KnowledgeSearch } from './src/knowledge/knowledge.types.ts';
import type { Platform } from './src/platform/ctx.ts';

/** Workspaces whose search index is built at the start. */
const WARM = 20;

type Parts = { platform: Platform; search: KnowledgeSearch; typing: { warm: (workspaceId: string) => Promise<unknown> } };

/** The dictionary takes seconds to load: better before the first customer asks than while they wait. */
export async function warmUp({ platform, search, typing }: Parts): Promise<void> {
  const workspaces = await platform.db.directory((tx) =>
    tx.selectFrom('workspaces').select('workspace_id').orderBy('created_at').limit(WARM).execute(),
  );
  for (const { workspace_id } of workspaces) {
    await search.warm(workspace_id);
    await typing.warm(workspace_id);
  }
}
