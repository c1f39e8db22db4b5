import { z } from 'zod';
import { chatConversation, chatMessage } from './chat.ts';
import { conversation } from './conversations.ts';
import { botStep, message, timelineFact } from './messages.ts';

/**
 * Both sockets: the client asks `ping` now and then, and cuts the connection if no `pong` comes. The server closes with 4401 when the session
 * or token is no good; after a code from 4400 to 4499 the client does not come back by itself, after any other it does.
 */
const ping = z.object({ type: z.literal('ping') });
const pong = z.object({ type: z.literal('pong') });

/** Agents: WebSocket /api/live (session cookie). First frame from the client: hello. */
export const agentFrame = z.discriminatedUnion('type', [
  /** cursor: the last one received, or null on a fresh start. */
  z.object({ type: z.literal('hello'), cursor: z.string().nullable() }),
  /** Which conversation is on screen and whether the agent is writing; null: none. */
  z.object({ type: z.literal('looking_at'), conversationId: z.string().nullable(), typing: z.boolean() }),
  ping,
]);
export type AgentFrame = z.infer<typeof agentFrame>;

export const liveFrame = z.discriminatedUnion('type', [
  /** Connected; everything after `cursor` will come. `refetch`: too much was missed, load the screens anew. */
  z.object({ type: z.literal('ready'), cursor: z.string(), refetch: z.boolean() }),
  /** Something happened that this agent may see; the rows as they are now. */
  z.object({
    type: z.literal('fact'),
    cursor: z.string(),
    fact: timelineFact,
    conversation: conversation.nullable(),
    message: message.nullable(),
    botStep: botStep.nullable(),
  }),
  /** Somebody else has a conversation now, and this agent sees it no more: it goes off their screens. */
  z.object({ type: z.literal('lost'), cursor: z.string(), conversationId: z.string() }),
  /** Who looks at a conversation and who writes; sent whole at each change. */
  z.object({
    type: z.literal('presence'),
    conversationId: z.string(),
    /** `supervises`: may whisper, so that looking alone does not mean that they are about to answer. */
    agents: z.array(z.object({ id: z.string(), name: z.string(), typing: z.boolean(), supervises: z.boolean() })),
    customerTyping: z.boolean(),
  }),
  /** Which agents are connected. */
  z.object({ type: z.literal('online'), agentIds: z.array(z.string()) }),
  pong,
]);
export type LiveFrame = z.infer<typeof liveFrame>;

/** Visitors: WebSocket /api/chat/:key/live. First frame from the client: hello with the visitor token. */
export const visitorFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), token: z.string().max(2000) }),
  z.object({ type: z.literal('typing'), typing: z.boolean() }),
  ping,
]);
export type VisitorFrame = z.infer<typeof visitorFrame>;

export const visitorLiveFrame = z.discriminatedUnion('type', [
  /** Connected: now ask for the conversation once, then everything newer comes by itself. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('message'), message: chatMessage, conversation: chatConversation }),
  /** Status, who answers, or read mark changed. */
  z.object({ type: z.literal('conversation'), conversation: chatConversation }),
  z.object({ type: z.literal('typing'), typing: z.boolean(), name: z.string() }),
  pong,
]);
export type VisitorLiveFrame = z.infer<typeof visitorLiveFrame>;
