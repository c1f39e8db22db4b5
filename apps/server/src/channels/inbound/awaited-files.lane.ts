import { attachTo } from '../../conversations/attachments/attachments.commands.ts';
import { lockConversation, subjectsOf } from '../../conversations/commands/lock.ts';
import { messageFilesAdded } from '../../conversations/conversations.events.ts';
import { systemActor } from '../../platform/actor.ts';
import { type Ctx, makeCtx } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import type { Lane } from '../../platform/lanes/run-lanes.ts';
import { inboxToCall } from '../port/inbox-to-call.ts';
import { type AwaitedFile, takeFiles } from './files.ts';
import type { InboundDeps, InboxKey } from './inbound.lane.ts';

/** Minutes after the message at which a file is asked for again; after the last it is given up. */
const TRY_AT_MINUTES = [1, 5, 15, 60, 240];

/** Fetches files that their platform did not give at once, and puts them to their messages. */
export function awaitedFilesLane(deps: InboundDeps): Lane {
  const work = async ({ workspaceId, inboxId }: InboxKey) => {
    const inbox = await inboxToCall(deps.platform, workspaceId, inboxId);
    const channel = deps.channels.byName(inbox.channel);
    if (!channel) return;
    const call = await deps.calls(inbox);
    const ctx = makeCtx(deps.platform, systemViewer(workspaceId), systemActor);
    for (const one of await dueFiles(ctx, inboxId)) {
      const customer = makeCtx(
        deps.platform,
        { workspaceId, inboxes: 'all', customerId: one.customerId },
        { kind: 'customer', id: one.customerId, name: '' },
      );
      const { attachmentIds, awaited } = await takeFiles({ ...deps, channel, call }, customer, [one.file]);
      if (attachmentIds.length > 0) await addFiles(ctx, customer, one.messageId, attachmentIds);
      await settle(ctx, one, awaited.length === 0);
    }
  };
  return {
    name: 'awaited_files',
    due: async () => (await inboxesAwaiting(deps)).map((key) => ({ key: key.inboxId, work: () => work(key) })),
  };
}

async function inboxesAwaiting({ platform }: InboundDeps): Promise<InboxKey[]> {
  const rows = await platform.db.directory((tx) =>
    tx
      .selectFrom('awaited_files')
      .select(['workspace_id', 'inbox_id'])
      .distinct()
      .where('due_at', '<=', platform.clock.now())
      .limit(200)
      .execute(),
  );
  return rows.map(({ workspace_id, inbox_id }) => ({ workspaceId: workspace_id, inboxId: inbox_id }));
}

type Due = { id: string; messageId: string; customerId: string; tries: number; createdAt: Date; file: AwaitedFile };

async function dueFiles(ctx: Ctx, inboxId: string): Promise<Due[]> {
  const rows = await ctx.transaction((tx) =>
    tx
      .selectFrom('awaited_files as f')
      .innerJoin('messages as m', (join) => join.onRef('m.workspace_id', '=', 'f.workspace_id').onRef('m.id', '=', 'f.message_id'))
      .select(['f.id', 'f.message_id', 'f.tries', 'f.created_at', 'f.file', 'm.author_id'])
      .where('f.workspace_id', '=', ctx.viewer.workspaceId)
      .where('f.inbox_id', '=', inboxId)
      .where('f.due_at', '<=', ctx.clock.now())
      .orderBy('f.id')
      .limit(20)
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    messageId: row.message_id,
    customerId: row.author_id ?? '',
    tries: row.tries,
    createdAt: row.created_at,
    file: row.file as AwaitedFile,
  }));
}

async function addFiles(ctx: Ctx, customer: Ctx, messageId: string, attachmentIds: readonly string[]): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { conversation_id, seq } = await tx
      .selectFrom('messages')
      .select(['conversation_id', 'seq'])
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow();
    const conversation = await lockConversation(ctx, tx, conversation_id);
    await attachTo(customer, tx, messageId, attachmentIds);
    await ctx.append(tx, messageFilesAdded({ messageId, seq }), subjectsOf(conversation));
  });
}

/** Done with, or to be tried again; after the last try it is let go of. */
async function settle(ctx: Ctx, one: Due, done: boolean): Promise<void> {
  const next = TRY_AT_MINUTES[one.tries + 1];
  await ctx.transaction(async (tx) => {
    if (done || next === undefined) {
      await tx.deleteFrom('awaited_files').where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', one.id).execute();
      return;
    }
    await tx
      .updateTable('awaited_files')
      .set({ tries: one.tries + 1, due_at: new Date(one.createdAt.getTime() + next * 60_000) })
      .where('workspace_id', '=', ctx.viewer.workspaceId)
      .where('id', '=', one.id)
      .execute();
  });
}
