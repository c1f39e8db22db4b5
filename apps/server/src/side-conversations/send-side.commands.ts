import { type SideMailFate, sendSideMail } from '../channels/email/send/side-mail.commands.ts';
import { noteFailing } from '../channels/health/health.commands.ts';
import { pauseBefore } from '../channels/outbound/retry.rules.ts';
import type { Call } from '../channels/port/call.types.ts';
import { subjectsOf } from '../conversations/commands/lock.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import type { Files } from '../platform/files/files.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { SIDE_MAIL_TASK } from './say.commands.ts';
import { withSide } from './side-conversations.commands.ts';
import { sideFailed, sideSent } from './side-conversations.events.ts';
import { filesById } from './side-conversations.queries.ts';
import type { SideMessageRow } from './side-conversations.types.ts';

export type SendSideDeps = {
  files: Files;
  calls: (inbox: { id: string; workspaceId: string; name: string; key: string; channel: string }) => Promise<Call>;
};

const EARLIER = 20;

/**
 * The job of one mail: hands it over, and writes down what became of it. Its Message-ID is the same at every try, so that one handed over twice (the
 * process died in between) is one mail. Temporary trouble is tried again for a day.
 */
export async function sendSideMessage(ctx: Ctx, { files, calls }: SendSideDeps, messageId: string): Promise<void> {
  const going = await ctx.transaction((tx) => readOut(ctx, tx, messageId));
  if (!going) return;
  const { message, inbox, mail, attachments } = going;
  const contents = await Promise.all(
    attachments.map(async ({ id, name, type }) => ({ name, type, content: await bytesOf(files, `${ctx.viewer.workspaceId}/${id}`) })),
  );
  const fate = await sendSideMail(await calls({ ...inbox, workspaceId: ctx.viewer.workspaceId }), {
    ...mail,
    files: contents.flatMap(({ content, ...file }) => (content ? [{ ...file, content }] : [])),
  });
  if ('aboutInbox' in fate && fate.aboutInbox) await noteFailing(ctx, inbox.id, fate.code, fate.detail);
  await withSide(ctx, message.side_id, async (tx, _side, conversation) => {
    const about = { sideId: message.side_id, messageId };
    const fact = await settle(ctx, tx, message, fate);
    if (fact === 'sent') await ctx.append(tx, sideSent(about), subjectsOf(conversation));
    if (fact === 'failed' && 'code' in fate) await ctx.append(tx, sideFailed({ ...about, code: fate.code }), subjectsOf(conversation));
  });
}

async function settle(ctx: Ctx, tx: Tx, message: SideMessageRow, fate: SideMailFate): Promise<'sent' | 'failed' | 'waits'> {
  const change = (set: object) =>
    tx.updateTable('side_messages').set(set).where('workspace_id', '=', ctx.viewer.workspaceId).where('id', '=', message.id).execute();
  if ('mailId' in fate) {
    await change({ delivery: 'sent', external_id: fate.mailId, failure: null });
    return 'sent';
  }
  const now = ctx.clock.now();
  const tries = message.tries + 1;
  const pause = fate.temporary ? pauseBefore({ tries, firstTriedAt: message.created_at, now }, fate.retryAfterMs, Math.random()) : null;
  if (pause === null) {
    await change({ delivery: 'failed', tries, failure: JSON.stringify({ code: fate.code, detail: fate.detail }) });
    return 'failed';
  }
  await change({ tries });
  await enqueue(
    tx,
    ctx,
    SIDE_MAIL_TASK,
    { messageId: message.id },
    { runAt: new Date(now.getTime() + pause), key: `side-mail:${message.id}` },
  );
  return 'waits';
}

/** What is to go out; null when it went, was given up, or its words are erased. */
async function readOut(ctx: Ctx, tx: Tx, messageId: string) {
  const { workspaceId } = ctx.viewer;
  const message = await tx
    .selectFrom('side_messages')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (message?.delivery !== 'queued') return null;
  const about = await tx
    .selectFrom('side_conversations as s')
    .innerJoin('inboxes as i', (join) => join.onRef('i.workspace_id', '=', 's.workspace_id').onRef('i.id', '=', 's.inbox_id'))
    .innerJoin('conversations as c', (join) => join.onRef('c.workspace_id', '=', 's.workspace_id').onRef('c.id', '=', 's.conversation_id'))
    .select(['s.subject', 'c.number', 'i.id', 'i.name', 'i.key', 'i.channel'])
    .where('s.workspace_id', '=', workspaceId)
    .where('s.id', '=', message.side_id)
    .executeTakeFirstOrThrow();
  const earlier = await tx
    .selectFrom('side_messages')
    .select('external_id')
    .where('workspace_id', '=', workspaceId)
    .where('side_id', '=', message.side_id)
    .where('seq', '<', message.seq)
    .where('kind', '=', 'message')
    .orderBy('seq', 'desc')
    .limit(EARLIER)
    .execute();
  const found = await filesById(tx, workspaceId, message.file_ids);
  const { id, name, key, channel, subject, number } = about;
  return {
    message,
    inbox: { id, name, key, channel },
    attachments: message.file_ids.flatMap((fileId) => found.get(fileId) ?? []),
    mail: {
      id: message.id,
      at: message.created_at,
      to: message.to_addresses,
      cc: message.cc_addresses,
      subject: message.seq === 1 ? subject : answering(subject),
      text: message.text,
      author: message.author_name,
      conversationNumber: Number(number),
      earlier: earlier
        .map(({ external_id }) => external_id)
        .filter(isMailId)
        .reverse(),
    },
  };
}

const answering = (subject: string): string => (/^\s*re\s*[:：]/i.test(subject) ? subject : `Re: ${subject}`);
const isMailId = (id: string): boolean => /^[^\s<>@]+@[^\s<>@]+$/.test(id);

async function bytesOf(files: Files, key: string): Promise<Buffer | null> {
  const file = await files.read(key);
  if (!file) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of file.stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
