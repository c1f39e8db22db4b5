import { keepReceivedFile } from '../../conversations/attachments/attachments.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { newId } from '../../platform/ids/ids.ts';
import { ChannelError } from '../port/channel-error.ts';
import type { InboundFile } from '../port/port.types.ts';
import type { ApplyDeps } from './apply-event.ts';

export type AwaitedFile = { name: string; ref: string };

/** More than these stay with the platform: nobody sends them by hand. */
const MOST_FILES = 30;
/** What a platform does not give at once it usually gives a minute later. */
const FIRST_TRY_MS = 60_000;

/**
 * Fetches and keeps the files of a message. One that the platform does not give right now is awaited: the message does not wait for it.
 * One that can never be kept (too large, empty) is left out; the message says so itself where its channel does.
 */
export async function takeFiles(
  deps: Pick<ApplyDeps, 'files' | 'channel' | 'call' | 'log'>,
  customer: Ctx,
  wanted: readonly InboundFile[],
): Promise<{ attachmentIds: string[]; awaited: AwaitedFile[] }> {
  const attachmentIds: string[] = [];
  const awaited: AwaitedFile[] = [];
  for (const file of wanted.slice(0, MOST_FILES)) {
    try {
      const { bytes, name } = 'bytes' in file ? file : await fetched(deps, file.ref);
      const kept = await keepReceivedFile(customer, deps.files, { name: name ?? file.name, bytes });
      attachmentIds.push(kept.id);
    } catch (error) {
      if (error instanceof ChannelError && error.temporary && 'ref' in file) awaited.push({ name: file.name, ref: file.ref });
      else if (error instanceof ChannelError || (error instanceof Refusal && error.status < 500))
        deps.log.warn({ inbox: deps.call.inbox.id, file: file.name, error: error.message }, 'a file was left out');
      else throw error;
    }
  }
  return { attachmentIds, awaited };
}

async function fetched({ channel, call }: Pick<ApplyDeps, 'channel' | 'call'>, ref: string): Promise<{ bytes: Buffer; name?: string }> {
  if (!channel.fetchFile) throw new ChannelError('unsupported', { detail: ref });
  return channel.fetchFile(call, ref);
}

/**
 * A message that is there already has its files, or they are awaited, unless the process died between the two: then they are awaited now.
 * What came along with the message was kept with it.
 */
export async function awaitMissingFiles(ctx: Ctx, inboxId: string, messageId: string, files: readonly InboundFile[]): Promise<void> {
  const named = files.filter((file) => 'ref' in file).map(({ name, ref }) => ({ name, ref }));
  if (named.length === 0) return;
  await ctx.transaction(async (tx) => {
    const isThere = (table: 'attachments' | 'awaited_files') =>
      tx
        .selectFrom(table)
        .select('id')
        .where('workspace_id', '=', ctx.viewer.workspaceId)
        .where('message_id', '=', messageId)
        .limit(1)
        .execute();
    if ((await isThere('attachments')).length + (await isThere('awaited_files')).length > 0) return;
    await awaitFiles(ctx, tx, inboxId, messageId, named);
  });
}

/** Remembers files to be fetched later. */
export async function awaitFiles(ctx: Ctx, tx: Tx, inboxId: string, messageId: string, awaited: readonly AwaitedFile[]): Promise<void> {
  for (const file of awaited) {
    await tx
      .insertInto('awaited_files')
      .values({
        workspace_id: ctx.viewer.workspaceId,
        id: newId('awf'),
        inbox_id: inboxId,
        message_id: messageId,
        file: JSON.stringify(file),
        due_at: new Date(ctx.clock.now().getTime() + FIRST_TRY_MS),
        created_at: ctx.clock.now(),
      })
      .execute();
  }
}
