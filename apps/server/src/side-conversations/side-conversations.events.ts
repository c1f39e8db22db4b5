import { fact } from '../platform/event-log/fact.ts';

/** Facts of the conversation that it stands beside. What was written, and to whom, stays in its rows. */
export const sideStarted = fact('side_conversation.started', 1)<{ sideId: string; messageId: string }>();
/** One more mail of ours; it is on its way. */
export const sideWritten = fact('side_conversation.written', 1)<{ sideId: string; messageId: string }>();
/** The mail server took it. */
export const sideSent = fact('side_conversation.sent', 1)<{ sideId: string; messageId: string }>();
export const sideFailed = fact('side_conversation.failed', 1)<{ sideId: string; messageId: string; code: string }>();
/** They wrote: whoever has the conversation is to look at it. */
export const sideAnswered = fact('side_conversation.answered', 1)<{ sideId: string; messageId: string }>();
/** A machine of theirs wrote: nobody needs to act. */
export const sideAutoReplied = fact('side_conversation.auto_replied', 1)<{ sideId: string; messageId: string }>();
export const sideStateSet = fact('side_conversation.state_set', 1)<{ sideId: string; from: string; to: string }>();
export const sideSeen = fact('side_conversation.seen', 1)<{ sideId: string }>();
