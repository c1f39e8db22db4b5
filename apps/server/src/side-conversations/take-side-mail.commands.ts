import type { Block } from '@madoguchi/contract/messages.ts';
import type { TakeAside } from '../channels/aside.types.ts';
import type { MailHints } from '../channels/email/mail-hints.types.ts';
import { sideMessageOfMailId } from '../channels/email/message-ids.rules.ts';
import type { InboundEvent, InboundFile } from '../channels/port/port.types.ts';
import { keepReceivedFile } from '../conversations/attachments/attachments.commands.ts';
import { maskNumbers } from '../conversations/masking/numbers.rules.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { Files } from '../platform/files/files.ts';
import { problemOf } from '../platform/http/problems.ts';
import { isBlocked } from '../spam/judge.queries.ts';
import { workspaceSettings } from '../workspaces/workspaces.queries.ts';
import { noteBounce, putAnswer } from './answer.commands.ts';
import { placeSide } from './place-side.queries.ts';

type Mail = Extract<InboundEvent, { kind: 'message' | 'remark' }>;

/**
 * Takes in what answers a side conversation: mails, what machines wrote, and what bounced. Blocked senders get into none, as into no conversation of
 * customers. A repetition fetches nothing and writes nothing.
 */
export const takeSideMail =
  (files: Files): TakeAside =>
  async (ctx, call, event) => {
    if (event.kind === 'receipt') {
      const messageId = sideMessageOfMailId(call.inbox.key, event.externalId);
      if (!messageId) return false;
      if (event.state === 'failed') await noteBounce(ctx, messageId, { code: event.code ?? 'rejected', detail: event.detail ?? '' });
      return true;
    }
    if ((event.kind !== 'message' && event.kind !== 'remark') || !isMail(event.hints)) return false;
    const { hints, line } = event;
    const at = ('at' in event && event.at) || ctx.clock.now();
    const place = await ctx.transaction(async (tx) => {
      const found = await placeSide(tx, call, hints, { verified: line.identity.verified, at });
      return found && !(await isBlocked(ctx, tx, line.identity)) ? found : null;
    });
    if (!place) return false;
    const mail = mailBlockOf(event);
    const hide = (await workspaceSettings(ctx)).maskNumbers ? (text: string) => maskNumbers(text).text : (text: string) => text;
    await putAnswer(ctx, call.inbox.id, place, {
      externalId: event.externalId,
      kind: event.kind === 'remark' ? 'auto_reply' : 'message',
      from: hints.from,
      name: line.name ?? '',
      to: mail?.to ?? [],
      cc: mail?.cc ?? [],
      text: hide(event.text),
      quoted: hide(mail?.quoted ?? ''),
      verified: line.identity.verified,
      files: () => keptFiles(ctx, files, event.kind === 'message' ? (event.files ?? []) : []),
    });
    return true;
  };

const isMail = (hints: unknown): hints is MailHints =>
  typeof hints === 'object' && hints !== null && 'references' in hints && 'from' in hints;

const mailBlockOf = (event: Mail): Extract<Block, { type: 'mail' }> | undefined =>
  event.kind === 'message' ? event.blocks?.find((block) => block.type === 'mail') : undefined;

/** Their files, kept; one that can never be (too large) is left out, as with a customer's. @returns ids */
async function keptFiles(ctx: Ctx, files: Files, came: readonly InboundFile[]): Promise<string[]> {
  const ids: string[] = [];
  for (const file of came) {
    if (!('bytes' in file)) continue;
    try {
      ids.push((await keepReceivedFile(ctx, files, { name: file.name, bytes: file.bytes })).id);
    } catch (error) {
      if (problemOf(error as Error).status >= 500) throw error;
    }
  }
  return ids;
}
