import type { ChatMessage } from '@madoguchi/contract/chat.ts';
import { type VisitorLiveFrame, visitorFrame } from '@madoguchi/contract/live.ts';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { WebSocket } from 'ws';
import { messageReceived, messageSent } from '../../conversations/conversations.events.ts';
import { messagesById } from '../../conversations/queries/read.ts';
import type { Platform } from '../../platform/ctx.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { followLog } from '../../platform/event-log/tail.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import type { Metrics } from '../../platform/metrics/metrics.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import { originAllowed } from '../origins.ts';
import { type TypingPayload, typingTopic } from '../typing.events.ts';
import { presentChat, presentChatMessages } from './chat.present.ts';
import type { VisitorToken, VisitorTokens } from './chat.types.ts';
import { reachInbox, visitorCtx } from './chat.visitors.ts';

type Deps = {
  platform: Platform;
  tokens: VisitorTokens;
  links: FileLinks;
  metrics: Metrics;
  log: { error: (data: object, text: string) => void };
};
type Visitor = { token: VisitorToken; socket: WebSocket; typing: boolean };

const PONG = JSON.stringify({ type: 'pong' } satisfies VisitorLiveFrame);
const HELLO_WITHIN_MS = 10_000;
const PING_EVERY_MS = 25_000;
/** More waiting bytes than this: the line is dead or far too slow; the messenger comes back and asks. */
const BACKLOG_LIMIT_BYTES = 1_000_000;

const SIDE_BY_SIDE = 4;

const isMessage = (fact: LoggedFact): boolean => fact.name === messageSent.factName || fact.name === messageReceived.factName;
const messageIdOf = (fact: LoggedFact): string => (fact.data as { messageId: string }).messageId;

/** Facts that change what a visitor sees of the conversation itself. */
const CONVERSATION_FACTS = new Set([
  'conversation.handed_off',
  'conversation.assigned',
  'conversation.resolved',
  'conversation.reopened',
  'conversation.closed',
  'conversation.awaits_customer',
  'conversation.seen',
]);

/** The visitors' live line: new messages, status and typing, read behind each customer's own fence. */
export async function chatLive(
  root: FastifyInstance,
  { platform, tokens, links, metrics, log }: Deps,
): Promise<{ stop: () => Promise<void> }> {
  const byCustomer = new Map<string, Set<Visitor>>();
  const gauge = metrics.sockets.labels('visitor');

  const send = ({ socket }: Visitor, frame: VisitorLiveFrame) => {
    if (socket.bufferedAmount > BACKLOG_LIMIT_BYTES) return socket.terminate();
    socket.send(JSON.stringify(frame));
  };

  function tellTyping(visitor: Visitor, typing: boolean): void {
    visitor.typing = typing;
    const { customerId, workspaceId, name } = visitor.token;
    const payload: TypingPayload = { by: 'customer', customerId, conversationId: null, typing, name };
    platform.bus.publish({ workspaceId, topic: typingTopic, payload });
  }

  const schema = { summary: 'The live line of a visitor: new messages, status and typing', hide: true };
  root.get('/api/chat/:key/live', { websocket: true, config: { permit: 'public' }, schema }, async (socket, request) => {
    socket.on('error', () => socket.terminate());
    // Frames may arrive while the inbox is looked up: they wait.
    const early: string[] = [];
    let handle: (text: string) => void = (text) => void early.push(text);
    socket.on('message', (data) => handle(String(data)));

    const inbox = await reachInbox(platform, request, 'chat').catch(() => null);
    if (!inbox || !originAllowed(request, inbox.allowedOrigins)) return socket.close(4403, 'refused');
    let visitor: Visitor | null = null;
    const impatience = setTimeout(() => socket.close(4408, 'no hello'), HELLO_WITHIN_MS);

    handle = (text) => {
      const frame = visitorFrame.safeParse(parse(text));
      if (!frame.success) return socket.close(4400, 'not a frame');
      if (frame.data.type === 'ping') {
        socket.send(PONG);
      } else if (frame.data.type === 'hello') {
        const token = tokens.read(frame.data.token, inbox.id, platform.clock.now());
        if (!token) return socket.close(4401, 'visitor.token_invalid');
        if (visitor) return;
        clearTimeout(impatience);
        visitor = { token, socket, typing: false };
        const set = byCustomer.get(token.customerId) ?? new Set();
        byCustomer.set(token.customerId, set.add(visitor));
        gauge.inc();
        send(visitor, { type: 'ready' });
      } else if (visitor) {
        tellTyping(visitor, frame.data.typing);
      }
    };
    socket.on('close', () => {
      clearTimeout(impatience);
      if (!visitor) return;
      gauge.dec();
      if (visitor.typing) tellTyping(visitor, false);
      const set = byCustomer.get(visitor.token.customerId);
      set?.delete(visitor);
      if (set?.size === 0) byCustomer.delete(visitor.token.customerId);
    });
    for (const text of early) handle(text);
  });

  async function tell(facts: LoggedFact[]): Promise<void> {
    const told = facts.filter(
      (fact) => fact.customer_id && byCustomer.has(fact.customer_id) && (isMessage(fact) || CONVERSATION_FACTS.has(fact.name)),
    );
    await sideBySide(
      Map.groupBy(told, (fact) => fact.customer_id!),
      SIDE_BY_SIDE,
      async ([customerId, own]) => {
        const [first] = byCustomer.get(customerId) ?? [];
        if (!first) return;
        const frames = await framesFor(first.token, own);
        for (const visitor of byCustomer.get(customerId) ?? []) for (const frame of frames) send(visitor, frame);
      },
    );
  }

  /** One customer's facts as they may see them, with the rows as they are now: in one transaction, however many they are. */
  async function framesFor(token: VisitorToken, facts: readonly LoggedFact[]): Promise<VisitorLiveFrame[]> {
    return visitorCtx(platform, token).transaction(async (tx) => {
      const ids = [...new Set(facts.flatMap((fact) => fact.conversation_id ?? []))];
      const rows = await tx
        .selectFrom('conversations')
        .selectAll()
        .where('workspace_id', '=', token.workspaceId)
        .where('id', '=', sql<string>`any(${ids})`)
        .execute();
      const conversations = new Map(rows.map((row) => [row.id, row]));
      const said = await messagesById(tx, token.workspaceId, facts.filter(isMessage).map(messageIdOf));
      const messages = new Map<string, ChatMessage>();
      for (const [conversationId, own] of Map.groupBy(said, (row) => row.conversation_id)) {
        const locale = conversations.get(conversationId)?.locale ?? 'ja';
        for (const message of await presentChatMessages(tx, own, links, locale)) messages.set(message.id, message);
      }
      return facts.flatMap((fact): VisitorLiveFrame[] => {
        const row = conversations.get(fact.conversation_id ?? '');
        if (!row) return [];
        if (!isMessage(fact)) return [{ type: 'conversation', conversation: presentChat(row) }];
        const message = messages.get(messageIdOf(fact));
        return message ? [{ type: 'message', message, conversation: presentChat(row) }] : [];
      });
    });
  }

  const tail = await followLog(platform, tell, { onError: (error) => log.error({ error: error.message }, 'chat live') });
  const offTyping = platform.bus.onEphemeral(({ topic, payload }) => {
    if (topic !== typingTopic) return;
    const { by, customerId, typing, name } = payload as TypingPayload;
    if (by === 'agent' && customerId)
      for (const visitor of byCustomer.get(customerId) ?? []) send(visitor, { type: 'typing', typing, name });
  });
  const pings = setInterval(() => {
    for (const set of byCustomer.values()) for (const { socket } of set) socket.ping();
  }, PING_EVERY_MS);

  return {
    stop: async () => {
      clearInterval(pings);
      offTyping();
      for (const set of byCustomer.values()) for (const { socket } of set) socket.close(1012, 'restarting');
      await tail.stop();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
