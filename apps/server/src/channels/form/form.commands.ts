import type { submitForm } from '@madoguchi/contract/chat.ts';
import type { z } from 'zod';
import { receiveMessage } from '../../conversations/commands/receive.ts';
import { threadFor } from '../../conversations/commands/thread-for.ts';
import { claimIdentity, findOrCreateCustomer } from '../../customers/customers.commands.ts';
import type { Ctx, Platform } from '../../platform/ctx.ts';
import { refusal } from '../../platform/http/refusal.ts';
import { judgeInbound } from '../../spam/judge.queries.ts';
import type { VisitorToken, VisitorTokens } from '../chat/chat.types.ts';
import { asCustomer } from './form.queries.ts';

export type Inquiry = z.output<typeof submitForm.body>;

/** A program filled the field that people do not see. */
const formRefused = refusal('form.refused', 400);

/**
 * Takes an inquiry in as a conversation for people, and gives the customer a signed address of their own to follow it.
 * Idempotent by externalId: sending again gives the same number and address. The e-mail address is claimed, not proven.
 * `help`: where the help center is in which the customer follows it.
 * @throws form.refused · message.empty
 */
export async function takeInquiry(
  ctx: Ctx,
  tokens: VisitorTokens,
  inboxId: string,
  inquiry: Inquiry,
  help = '/help',
): Promise<{ number: number; inquiryUrl: string }> {
  if (inquiry.website !== '') throw formRefused();
  const { workspaceId } = ctx.viewer;
  const visitor = await ctx.transaction(async (tx): Promise<VisitorToken> => {
    const externalId = `form:${inquiry.externalId}`;
    const known = await tx
      .selectFrom('threads')
      .select(['id', 'customer_id'])
      .where('workspace_id', '=', workspaceId)
      .where('inbox_id', '=', inboxId)
      .where('external_id', '=', externalId)
      .executeTakeFirst();
    if (known) return { workspaceId, inboxId, customerId: known.customer_id, threadId: known.id, name: inquiry.name, identified: false };

    const claimed = { kind: 'email' as const, value: inquiry.email, verified: false, source: 'form' };
    const reached = await findOrCreateCustomer(ctx, tx, claimed, { name: inquiry.name, locale: inquiry.locale });
    await claimIdentity(ctx, tx, reached.customerId, 'email', inquiry.email, 'form');
    const threadId = await threadFor(ctx, tx, { inboxId, ...reached, externalId });
    return { workspaceId, inboxId, customerId: reached.customerId, threadId, name: inquiry.name, identified: false };
  });

  const asCustomer: Ctx = { ...ctx, actor: { kind: 'customer', id: visitor.customerId, name: inquiry.name } };
  const { conversation } = await receiveMessage(
    asCustomer,
    { threadId: visitor.threadId, inboxId, channel: 'form', customerId: visitor.customerId },
    {
      externalId: `${visitor.customerId}:${inquiry.externalId}`,
      text: inquiry.text,
      subject: inquiry.subject,
      attachmentIds: [],
      locale: inquiry.locale,
      authorName: inquiry.name,
      firstAnswer: 'human',
      judge: () =>
        judgeInbound(ctx, { customerId: visitor.customerId, suspect: { subject: inquiry.subject ?? '', text: inquiry.text, mail: null } }),
    },
  );
  const path = `${help}${inquiry.locale === 'en' ? '/en' : ''}/inquiries`;
  return { number: conversation.number, inquiryUrl: `${path}/${tokens.issue(visitor, ctx.clock.now())}` };
}

/** The customer writes on from their own inquiry page. Idempotent by externalId. @throws message.empty */
export async function continueInquiry(
  platform: Platform,
  visitor: VisitorToken,
  { text, externalId, locale }: { text: string; externalId: string; locale: 'ja' | 'en' },
): Promise<void> {
  await receiveMessage(
    asCustomer(platform, visitor),
    { threadId: visitor.threadId, inboxId: visitor.inboxId, channel: 'form', customerId: visitor.customerId },
    { externalId: `${visitor.customerId}:${externalId}`, text, attachmentIds: [], locale, authorName: visitor.name, firstAnswer: 'human' },
  );
}
