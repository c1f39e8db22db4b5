import { localeOfText } from '../channels/email/locale.rules.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Tx } from '../platform/db/db.ts';
import { newId } from '../platform/ids/ids.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { wordsFor } from '../platform/words.ts';
import { quoted } from './quotes.rules.ts';
import { filesTooLarge, notOfConversation } from './side-conversations.errors.ts';
import { filesById } from './side-conversations.queries.ts';
import type { SideRow } from './side-conversations.types.ts';

/** The job that hands a side mail to the mailbox's server. */
export const SIDE_MAIL_TASK = 'side-conversations.mail';

export type Said = { text: string; quotes: readonly string[]; attachmentIds: readonly string[]; idempotencyKey: string };

/** What most servers take in one mail, before it grows by base64. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Writes one mail of ours into a locked side conversation and has it sent. @throws notOfConversation · filesTooLarge */
export async function say(ctx: Ctx, tx: Tx, side: SideRow, said: Said): Promise<string> {
  const id = newId('sdm');
  const now = ctx.clock.now();
  const passages = await passagesOf(ctx, tx, side, said);
  await takeFiles(ctx, tx, side, id, said.attachmentIds);
  const seq = side.last_seq + 1;
  await tx
    .insertInto('side_messages')
    .values({
      workspace_id: ctx.viewer.workspaceId,
      id,
      side_id: side.id,
      inbox_id: side.inbox_id,
      seq,
      direction: 'out',
      kind: 'message',
      author_id: ctx.actor.id,
      author_name: ctx.actor.name,
      to_addresses: side.to_addresses,
      cc_addresses: side.cc_addresses,
      text: passages ? `${said.text.trim()}\n\n${passages}` : said.text.trim(),
      file_ids: [...said.attachmentIds],
      delivery: 'queued',
      failure: null,
      joined_by: null,
      // Its Message-ID once it went out.
      external_id: `queued:${id}`,
      idempotency_key: said.idempotencyKey,
      created_at: now,
    })
    .execute();
  await tx
    .updateTable('side_conversations')
    .set({ state: 'waiting', unread: false, last_seq: seq, last_at: now, to_addresses: side.to_addresses, cc_addresses: side.cc_addresses })
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('id', '=', side.id)
    .execute();
  await enqueue(tx, ctx, SIDE_MAIL_TASK, { messageId: id }, { runAt: now, key: `side-mail:${id}` });
  return id;
}

/** The chosen passages as text. Notes for colleagues go to nobody outside. @throws notOfConversation */
async function passagesOf(ctx: Ctx, tx: Tx, side: SideRow, { quotes, text }: Said): Promise<string> {
  if (quotes.length === 0) return '';
  const rows = await tx
    .selectFrom('messages')
    .select(['id', 'author_kind', 'text', 'created_at'])
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .where('conversation_id', 'in', conversationsOf(ctx, tx, side))
    .where('kind', '=', 'message')
    .where('delivery', '=', 'sent')
    .where('id', 'in', [...quotes])
    .orderBy('created_at')
    .orderBy('seq')
    .execute();
  if (rows.length !== new Set(quotes).size) throw notOfConversation();
  const { timezone } = await tx
    .selectFrom('workspaces')
    .select('timezone')
    .where('workspace_id', '=', ctx.viewer.workspaceId)
    .executeTakeFirstOrThrow();
  const locale = localeOfText(`${side.subject}\n${text}`) ?? 'ja';
  const words = wordsFor(locale);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone });
  return quoted(
    rows.map((row) => ({
      by: row.author_kind === 'customer' ? ('customer' as const) : ('us' as const),
      at: time.format(row.created_at),
      text: row.text,
    })),
    { customer: words('side.quote_customer'), us: words('side.quote_us') },
  );
}

/** Its conversation, what went on in it, and what that went on in. */
const conversationsOf = (ctx: Ctx, tx: Tx, { conversation_id }: SideRow) =>
  tx
    .selectFrom('conversations as c')
    .select('c.id')
    .where('c.workspace_id', '=', ctx.viewer.workspaceId)
    .where((eb) =>
      eb.or([
        eb('c.id', '=', conversation_id),
        eb('c.merged_into', '=', conversation_id),
        eb(
          'c.id',
          '=',
          eb
            .selectFrom('conversations as o')
            .select('o.merged_into')
            .where('o.workspace_id', '=', ctx.viewer.workspaceId)
            .where('o.id', '=', conversation_id),
        ),
      ]),
    );

/** Each is the conversation's, or the agent's own upload, which becomes the message's. @throws notOfConversation · filesTooLarge */
async function takeFiles(ctx: Ctx, tx: Tx, side: SideRow, messageId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId } = ctx.viewer;
  const files = await filesById(tx, workspaceId, ids);
  const said = await tx
    .selectFrom('messages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', 'in', conversationsOf(ctx, tx, side))
    .where('id', 'in', ['', ...[...files.values()].flatMap(({ message_id }) => message_id ?? [])])
    .execute();
  const inSide = await tx
    .selectFrom('side_messages')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('side_id', '=', side.id)
    .execute();
  const theirs = new Set([...said, ...inSide].map(({ id }) => id));
  const own: string[] = [];
  for (const id of ids) {
    const file = files.get(id);
    const place = file?.message_id ?? file?.side_message_id ?? null;
    const isOwn = place === null && file?.uploader_kind === ctx.actor.kind && file.uploader_id === ctx.actor.id;
    if (!file || (!isOwn && (place === null || !theirs.has(place)))) throw notOfConversation();
    if (isOwn) own.push(id);
  }
  if ([...files.values()].reduce((sum, file) => sum + file.size_in_bytes, 0) > MOST_BYTES) throw filesTooLarge();
  if (own.length > 0)
    await tx
      .updateTable('attachments')
      .set({ side_message_id: messageId })
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', own)
      .execute();
}
