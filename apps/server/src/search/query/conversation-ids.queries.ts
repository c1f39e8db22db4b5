import type { Ctx } from '../../platform/ctx.ts';
import { buildState } from '../keep/build.queries.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { foundIds } from './conversations.queries.ts';
import { readQuery, withNames } from './read-terms.ts';

/**
 * The conversations in which something typed into the list's own field is found, at most about a thousand, spam among them: the list's view says
 * what it shows. Null while the search has not read everything yet: then the list looks for itself.
 */
export async function conversationIdsFor(ctx: Ctx, read: ClauseReader, q: string): Promise<string[] | null> {
  if (!(await buildState(ctx)).isFinished) return null;
  const query = await readQuery(q, read);
  return ctx.transaction(async (tx) => foundIds(tx, await withNames(tx, ctx.viewer.workspaceId, query)));
}
