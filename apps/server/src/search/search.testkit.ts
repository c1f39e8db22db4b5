import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { stage } from '../../test/stage.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import type { Ctx } from '../platform/ctx.ts';
import { makeCtx } from '../platform/ctx.ts';
import { type Cursor, LOG_START } from '../platform/event-log/cursor.ts';
import { cursorOf, readAfter } from '../platform/event-log/read.ts';
import { sharedTokenizer } from '../platform/text/tokenizer.ts';
import { followFacts } from './keep/search.reader.ts';
import { findEverything } from './query/everything.ts';
import { makeClauseReader } from './terms/clauses.ts';

/** The shop with a search: what is said in it, taken in when the test says so. */
export async function searchStage() {
  const house = await stage();
  const read = makeClauseReader(sharedTokenizer());
  let cursor: Cursor = LOG_START;
  let said = 0;

  /** What the reader of the log does within a second. */
  const catchUp = async (): Promise<void> => {
    for (;;) {
      const { facts, more } = await readAfter(house.platform.db, cursor, 200);
      if (facts.length === 0) {
        if (!more) return;
        // A transaction of another test file holds the whole server's horizon back for a moment.
        await setTimeout(5);
        continue;
      }
      await followFacts(house.platform, read, facts, { error: (data) => expect.unreachable(JSON.stringify(data)) });
      cursor = cursorOf(facts.at(-1)!);
    }
  };

  const says = async (name: string, text: string, who?: Awaited<ReturnType<typeof house.visitor>>) => {
    const { ctx, line } = who ?? (await house.visitor(name));
    said += 1;
    house.clock.advance(60_000);
    const { message, conversation } = await receiveMessage(ctx, line, {
      externalId: `said-${said}`,
      text,
      attachmentIds: [],
      locale: 'ja',
      authorName: name,
      firstAnswer: 'human',
    });
    return { ctx, line, message, conversation };
  };

  const none = { search: async () => ({ hits: [] }), warm: async () => {}, close: async () => {} };
  const searches = { search: none, internal: none } as unknown as Parameters<typeof findEverything>[1]['articles'];
  const find = (q: string, wish: Partial<Parameters<typeof findEverything>[2]> = {}, ctx: Ctx = house.suzuki) =>
    findEverything(ctx, { read, articles: searches }, { q, kinds: 'conversations,customers', spam: 'no', limit: 20, ...wish });
  /** The subjects of what is found, in order. */
  const found = async (q: string, wish: Parameters<typeof find>[1] = {}, ctx: Ctx = house.suzuki): Promise<string[]> =>
    ((await find(q, wish, ctx)).conversations?.items ?? []).map(({ conversation }) => conversation.subject);
  const customersFound = async (q: string, ctx: Ctx = house.suzuki): Promise<string[]> =>
    ((await find(q, {}, ctx)).customers?.items ?? []).map(({ name }) => name);
  /** Suzuki, seeing these inboxes only. */
  const seeing = (inboxes: readonly string[]): Ctx =>
    makeCtx(house.platform, { workspaceId: house.workspaceId, inboxes }, { ...house.suzuki.actor });

  return { ...house, read, catchUp, says, find, found, customersFound, seeing };
}
