import { sql } from 'kysely';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { beginAnew, LAST_STAGE, RECIPE, STAGES, type Stage } from './build.commands.ts';
import { indexConversations } from './conversations.commands.ts';
import { indexCustomers } from './customers.commands.ts';
import { indexMessages } from './messages.commands.ts';

const AT_ONCE = 400;
const INDEX = { messages: indexMessages, conversations: indexConversations, customers: indexCustomers };

/** Writes the documents of what was there before the search was, in the background; goes on where it stopped. */
export function searchBuildLane(platform: Platform, read: ClauseReader): Lane {
  return {
    name: 'search-build',
    atOnce: 1,
    due: async () => {
      const rows = await platform.db.directory((tx) =>
        tx
          .selectFrom('workspaces as w')
          .leftJoin('search_builds as b', 'b.workspace_id', 'w.workspace_id')
          .select('w.workspace_id')
          .where((eb) => eb.or([eb('b.workspace_id', 'is', null), eb('b.recipe', '!=', RECIPE), eb('b.finished_at', 'is', null)]))
          .limit(100)
          .execute(),
      );
      return rows.map(({ workspace_id }) => ({
        key: workspace_id,
        work: (signal) => build(makeCtx(platform, systemViewer(workspace_id), systemActor), read, signal),
      }));
    },
  };
}

/** Until everything is written or `signal` ends. Safe to begin, break off and repeat at any moment. */
export async function build(ctx: Ctx, read: ClauseReader, signal?: AbortSignal): Promise<void> {
  let at = await begin(ctx);
  while (at && !signal?.aborted) at = await step(ctx, read, at);
}

type Place = { stage: Stage; place: string };

async function begin(ctx: Ctx): Promise<Place | null> {
  const known = await ctx.transaction((tx) =>
    tx
      .selectFrom('search_builds')
      .select(['recipe', 'stage', 'place', 'finished_at'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .executeTakeFirst(),
  );
  if (known && known.recipe === RECIPE) return known.finished_at ? null : { stage: known.stage as Stage, place: known.place };
  await beginAnew(ctx);
  return { stage: STAGES[0], place: '' };
}

/** One handful. @returns where to go on; null when everything is written, or somebody asked for all of it anew */
async function step(ctx: Ctx, read: ClauseReader, at: Place): Promise<Place | null> {
  if (at.stage === LAST_STAGE) {
    await sweep(ctx);
    await moveOn(ctx, at, { ...at, finished: true }, 0);
    return null;
  }
  const ids = await nextIds(ctx, at.stage, at.place);
  await INDEX[at.stage](ctx, read, ids);
  const isOver = ids.length < AT_ONCE;
  const next: Place = isOver
    ? { stage: STAGES[STAGES.indexOf(at.stage) + 1] ?? LAST_STAGE, place: '' }
    : { stage: at.stage, place: ids.at(-1)! };
  return (await moveOn(ctx, at, next, ids.length)) ? next : null;
}

async function nextIds(ctx: Ctx, stage: (typeof STAGES)[number], below: string): Promise<string[]> {
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom(stage)
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .$if(below !== '', (query) => query.where('id', '<', below))
      .orderBy('id', 'desc')
      .limit(AT_ONCE)
      .execute(),
  );
  return rows.map(({ id }) => id);
}

/** Only from the place it was read at: begun anew meanwhile, the new beginning stands. */
async function moveOn(ctx: Ctx, from: Place, to: Place & { finished?: boolean }, done: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.transaction((tx) =>
    tx
      .updateTable('search_builds')
      .set((eb) => ({ stage: to.stage, place: to.place, done: eb('done', '+', done), finished_at: to.finished ? ctx.clock.now() : null }))
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('stage', '=', from.stage)
      .where('place', '=', from.place)
      .executeTakeFirst(),
  );
  return numUpdatedRows > 0n;
}

/** Documents whose original is no more. */
async function sweep(ctx: Ctx): Promise<void> {
  await ctx.transaction((tx) =>
    sql`
      delete from search_documents d where d.workspace_id = ${ctx.viewer.workspaceId} and case d.kind
        when 'message' then not exists (select from messages m where m.workspace_id = d.workspace_id and m.id = d.id)
        when 'conversation' then not exists (select from conversations c where c.workspace_id = d.workspace_id and c.id = d.id)
        else not exists (select from customers c where c.workspace_id = d.workspace_id and c.id = d.id) end`.execute(tx),
  );
}
