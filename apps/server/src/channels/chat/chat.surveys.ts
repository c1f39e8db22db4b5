import type { ChatMessage } from '@madoguchi/contract/chat.ts';
import type { ConversationRow } from '../../conversations/conversations.types.ts';
import { systemActor } from '../../platform/actor.ts';
import { makeCtx, type Platform } from '../../platform/ctx.ts';
import { systemViewer } from '../../platform/db/viewer.ts';
import { newId } from '../../platform/ids/ids.ts';
import { takeComment } from '../../surveys/answer/comment.commands.ts';
import { type SurveyButton, takeSurveyButton } from '../../surveys/answer/take-choice.commands.ts';
import type { VisitorToken } from './chat.types.ts';

type Said = { externalId: string; text: string };

/** What a visitor cannot see is done for them. */
const forVisitor = (platform: Platform, { workspaceId }: VisitorToken) => makeCtx(platform, systemViewer(workspaceId), systemActor);

/** A pressed button of a survey. Null when there was nothing to take. @throws notFound for another customer's survey */
export async function answerInChat(
  platform: Platform,
  visitor: VisitorToken,
  button: SurveyButton,
  { externalId }: Said,
): Promise<ConversationRow | null> {
  const at = platform.clock.now();
  const taken = await takeSurveyButton(forVisitor(platform, visitor), button, { customerId: visitor.customerId, externalId, at });
  return taken?.conversation ?? null;
}

/** Whether words on a matter at rest are the comment to its rating, and were taken as that. `externalId`: as it is unique in the inbox. */
export const commentInChat = (platform: Platform, visitor: VisitorToken, { externalId, text }: Said): Promise<boolean> =>
  takeComment(forVisitor(platform, visitor), { threadId: visitor.threadId, externalId, text, at: platform.clock.now() });

/** What the messenger shows of words that became no message: where they were said. They are not there after it is opened again. */
export const echoOf = ({ externalId, text }: Said, visitor: VisitorToken, seq: number, at: Date): ChatMessage => ({
  id: newId('msg'),
  seq,
  author: { kind: 'customer', name: visitor.name },
  text,
  blocks: [],
  attachments: [],
  at: at.toISOString(),
  externalId,
});
