import type { ChatMessage } from '@madoguchi/contract/chat.ts';
import type { Status } from '@madoguchi/contract/conversations.ts';
import { type Ctx, makeCtx, type Platform } from '../../platform/ctx.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import { chatOf } from '../chat/chat.queries.ts';
import type { VisitorToken } from '../chat/chat.types.ts';

export type Inquiry = { number: number; subject: string; status: Status; agentActed: boolean; messages: ChatMessage[] };

/** An inquiry as its customer may see it, read behind their own fence; null when there is nothing any more. */
export async function inquiryOf(platform: Platform, visitor: VisitorToken, links: FileLinks): Promise<Inquiry | null> {
  return asCustomer(platform, visitor).transaction(async (tx) => {
    const { conversation, messages } = await chatOf(tx, visitor.workspaceId, visitor.threadId, links);
    if (!conversation) return null;
    const { number, subject, status, agent_acted_at } = conversation;
    return { number, subject, status: status as Status, agentActed: agent_acted_at !== null, messages };
  });
}

export const asCustomer = (platform: Platform, { workspaceId, customerId, name }: VisitorToken): Ctx =>
  makeCtx(platform, { workspaceId, inboxes: 'all', customerId }, { kind: 'customer', id: customerId, name });
