import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import { isDatabaseAway } from '../../platform/db/database-away.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Cursor } from '../../platform/event-log/cursor.ts';
import { cursorOf, endOfLog, type LoggedFact } from '../../platform/event-log/read.ts';
import { keepPlace, placeOf } from '../../platform/event-log/run-readers.ts';
import { followLog } from '../../platform/event-log/tail.ts';
import type { ClauseReader } from '../terms/clauses.ts';
import { indexConversations, markConversations } from './conversations.commands.ts';
import { indexCustomers } from './customers.commands.ts';
import { indexMessages } from './messages.commands.ts';
import { touchedBy } from './touched.rules.ts';

const READER = 'search';
const KEEP_EVERY_MS = 500;

type Log = { error: (data: object, text: string) => void };

/**
 * Keeps what can be searched for up with the log, many facts at a time: a batch is some ten milliseconds, so that what was said is found within
 * a second. Goes on where it stopped; the first time it begins at the end of the log, and the build looks after what was before.
 */
export async function keepSearch(platform: Platform, read: ClauseReader, log: Log): Promise<{ stop: () => Promise<void> }> {
  const from = (await placeOf(platform, READER)) ?? (await platform.db.directory(endOfLog));
  await keepPlace(platform, READER, from);
  let keptAt = Date.now();
  const keep = async (cursor: Cursor) => {
    await keepPlace(platform, READER, cursor);
    keptAt = Date.now();
  };
  const tail = await followLog(
    platform,
    async (facts) => {
      await followFacts(platform, read, facts, log);
      if (Date.now() - keptAt > KEEP_EVERY_MS) await keep(cursorOf(facts.at(-1)!));
    },
    { from, onError: (error) => log.error({ reader: READER, error: error.message }, 'reader') },
  );
  return {
    stop: async () => {
      await tail.stop();
      await keep(tail.cursor()).catch((error: Error) => log.error({ reader: READER, error: error.message }, 'reader'));
    },
  };
}

/** One batch. What fails is tried fact by fact; a fact that fails even so is said and left, so that the others go on. */
export async function followFacts(platform: Platform, read: ClauseReader, facts: readonly LoggedFact[], log: Log): Promise<void> {
  for (const [workspaceId, own] of Map.groupBy(facts, ({ workspace_id }) => workspace_id)) {
    const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
    try {
      await follow(ctx, read, own);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      for (const fact of own) {
        await follow(ctx, read, [fact]).catch((cause: unknown) => {
          if (isDatabaseAway(cause)) throw cause;
          log.error({ reader: READER, fact: fact.name, position: fact.position, error: String(cause) }, 'not in the search');
        });
      }
    }
  }
}

async function follow(ctx: Ctx, read: ClauseReader, facts: readonly LoggedFact[]): Promise<void> {
  const touched = touchedBy(facts);
  await indexConversations(ctx, read, [...touched.conversations, ...touched.moved, ...(await conversationsOf(ctx, touched.erased))]);
  await indexMessages(ctx, read, [...new Set([...touched.messages, ...(await messagesIn(ctx, touched.moved))])]);
  await markConversations(ctx, touched.marks);
  await indexCustomers(ctx, read, [...touched.customers, ...(await membersOf(ctx, touched.organizations))]);
}

async function messagesIn(ctx: Ctx, conversationIds: readonly string[]): Promise<string[]> {
  if (conversationIds.length === 0) return [];
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('messages')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('conversation_id', 'in', conversationIds)
      .execute(),
  );
  return rows.map(({ id }) => id);
}

/** What is left of an erased person's conversations is their numbers: they go on being found by them. */
async function conversationsOf(ctx: Ctx, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('customer_id', 'in', customerIds)
      .execute(),
  );
  return rows.map(({ id }) => id);
}

async function membersOf(ctx: Ctx, organizationIds: readonly string[]): Promise<string[]> {
  if (organizationIds.length === 0) return [];
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('customers')
      .select('id')
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('organization_id', 'in', organizationIds)
      .execute(),
  );
  return rows.map(({ id }) => id);
}
