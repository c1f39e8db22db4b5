import { afterAll } from 'vitest';
import { type AgentFixture, suzuki, takahashi } from '../../../fixtures/agents.ts';
import { sato } from '../../../fixtures/customers.ts';
import { workspace as shop } from '../../../fixtures/workspace.ts';
import type { ThreadLine } from '../src/conversations/conversations.types.ts';
import { findOrCreateCustomer } from '../src/customers/customers.commands.ts';
import { systemActor } from '../src/platform/actor.ts';
import { makeBus } from '../src/platform/bus/bus.ts';
import { type Ctx, makeCtx, type Platform } from '../src/platform/ctx.ts';
import { openDb } from '../src/platform/db/db.ts';
import { systemViewer } from '../src/platform/db/viewer.ts';
import { newId } from '../src/platform/ids/ids.ts';
import { createWorkspace } from '../src/workspaces/workspaces.commands.ts';
import { testDatabase } from './database.ts';

/** A clock that stands still until it is moved. */
export function handClock(at = new Date('2026-11-24T03:00:00.000Z')) {
  let now = at;
  return {
    now: () => now,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

/** The demo shop, empty, on a database of its own: Suzuki and Takahashi at the desk, Sato in the messenger. */
export async function stage() {
  const { connection } = await testDatabase();
  const db = openDb({ ...connection, max: 6 }, { warn: () => {} });
  afterAll(() => db.close());
  const clock = handClock();
  const platform: Platform = { db, bus: makeBus(), clock };
  const { workspaceId, chatInboxId, formInboxId } = await createWorkspace(platform, { ...shop, greeting: { ...shop.greeting } });
  const system = makeCtx(platform, systemViewer(workspaceId), systemActor);

  const addAgent = async (agent: AgentFixture): Promise<Ctx> => {
    const id = newId('agt');
    await system.transaction((tx) =>
      tx
        .insertInto('agents')
        .values({
          workspace_id: workspaceId,
          id,
          account_id: `account-${agent.key}`,
          name: agent.name,
          email: agent.email,
          role: agent.role,
          locale: agent.locale,
          deactivated_at: null,
        })
        .execute(),
    );
    return makeCtx(platform, systemViewer(workspaceId), { kind: 'agent', id, name: agent.name });
  };

  let visitors = 0;
  /** A customer in the messenger: who they are to the server, and the line they are on. */
  const visitor = async (name = sato.name): Promise<{ ctx: Ctx; line: ThreadLine }> => {
    visitors += 1;
    const value = `visitor-${visitors}`;
    const line = await system.transaction(async (tx): Promise<ThreadLine> => {
      const reached = await findOrCreateCustomer(system, tx, { kind: 'visitor', value, verified: true, source: 'chat' }, { name });
      const threadId = newId('thr');
      await tx
        .insertInto('threads')
        .values({
          workspace_id: workspaceId,
          id: threadId,
          inbox_id: chatInboxId,
          customer_id: reached.customerId,
          identity_id: reached.identityId,
          external_id: value,
        })
        .execute();
      return { threadId, inboxId: chatInboxId, channel: 'chat', customerId: reached.customerId };
    });
    const ctx = makeCtx(
      platform,
      { workspaceId, inboxes: 'all', customerId: line.customerId },
      { kind: 'customer', id: line.customerId, name },
    );
    return { ctx, line };
  };

  return {
    connection,
    platform,
    clock,
    workspaceId,
    chatInboxId,
    formInboxId,
    system,
    addAgent,
    visitor,
    suzuki: await addAgent(suzuki),
    takahashi: await addAgent(takahashi),
  };
}

/** The names of the facts of a conversation, in order. */
export async function factsOf(ctx: Ctx, conversationId: string): Promise<string[]> {
  const rows = await ctx.transaction((tx) =>
    tx.selectFrom('events').select('name').where('conversation_id', '=', conversationId).orderBy('position').execute(),
  );
  return rows.map(({ name }) => name);
}
