import type { ChatConversation, ChatMessage } from '@madoguchi/contract/chat.ts';
import { type VisitorLiveFrame, visitorFrame } from '@madoguchi/contract/live.ts';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { WebSocket } from 'ws';
import { messageReceived, messageSent } from '../../conversations/conversations.events.ts';
import { messagesById } from '../../conversations/queries/read.ts';
import type { Platform } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { LoggedFact } from '../../platform/event-log/read.ts';
import { followLog } from '../../platform/event-log/tail.ts';
import type { FileLinks } from '../../platform/files/links.ts';
import type { Metrics } from '../../platform/metrics/metrics.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import { originAllowed } from '../origins.ts';
import { type TypingPayload, typingTopic } from '../typing.events.ts';
import { presentChat, presentChatMessages } from './chat.present.ts';
import type { QueueBoards } from './chat.queue.ts';
import { placeKey, type QueueVisitor, queueTeller } from './chat.queue-live.ts';
import type { VisitorToken, VisitorTokens } from './chat.types.ts';
import { reachInbox, visitorCtx } from './chat.visitors.ts';

type Deps = {
  platform: Platform;
  tokens: VisitorTokens;
  links: FileLinks;
  boards: QueueBoards;
  metrics: Metrics;
  log: { error: (data: object, text: string) => void };
};
type Visitor = QueueVisitor & { token: VisitorToken; socket: WebSocket; typing: boolean };

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

/** The visitors' live line: new messages, status, place in the queue and typing, read behind each customer's own fence. */
export async function chatLive(
  root: FastifyInstance,
  { platform, tokens, links, boards, metrics, log }: Deps,
): Promise<{ stop: () => Promise<void> }> {
  const byCustomer = new Map<string, Set<Visitor>>();
  const byInbox = new Map<string, Set<Visitor>>();
  const gauge = metrics.sockets.labels('visitor');

  const send = (visitor: Visitor, frame: VisitorLiveFrame) => {
    const { socket } = visitor;
    if (socket.bufferedAmount > BACKLOG_LIMIT_BYTES) return socket.terminate();
    if ('conversation' in frame) {
      const place = placeKey(frame.conversation);
      visitor.told = place === null ? null : { conversationId: frame.conversation.id, place };
    }
    socket.send(JSON.stringify(frame));
  };
  const queues = queueTeller<Visitor>({
    boards,
    visitorsOf: (inboxId) => byInbox.get(inboxId) ?? [],
    tell: (visitor, conversation) => send(visitor, { type: 'conversation', conversation }),
    look: async ({ token }, id) => {
      const row = await visitorCtx(platform, token).transaction((tx) => conversationRow(tx, token.workspaceId, id));
      return row ? presentChat(row, await boards.placeOf(token.workspaceId, row)) : null;
    },
    onError: (error) => log.error({ error: error.message }, 'chat queue'),
  });

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
        visitor = { token, customerId: token.customerId, socket, typing: false, told: null };
        keepIn(byCustomer, token.customerId, visitor);
        keepIn(byInbox, token.inboxId, visitor);
        gauge.inc();
        send(visitor, { type: 'ready' });
        void queues.welcome(visitor, token);
      } else if (visitor) {
        tellTyping(visitor, frame.data.typing);
      }
    };
    socket.on('close', () => {
      clearTimeout(impatience);
      if (!visitor) return;
      gauge.dec();
      if (visitor.typing) tellTyping(visitor, false);
      dropFrom(byCustomer, visitor.customerId, visitor);
      dropFrom(byInbox, visitor.token.inboxId, visitor);
    });
    for (const text of early) handle(text);
  });

  async function tell(facts: LoggedFact[]): Promise<void> {
    queues.noteFacts(facts);
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
    const { rows, messages } = await visitorCtx(platform, token).transaction(async (tx) => {
      const ids = [...new Set(facts.flatMap((fact) => fact.conversation_id ?? []))];
      const rows = await tx
        .selectFrom('conversations')
        .selectAll()
        .where('workspace_id', '=', token.workspaceId)
        .where('id', '=', sql<string>`any(${ids})`)
        .execute();
      const locales = new Map(rows.map(({ id, locale }) => [id, locale]));
      const said = await messagesById(tx, token.workspaceId, facts.filter(isMessage).map(messageIdOf));
      const messages = new Map<string, ChatMessage>();
      for (const [conversationId, own] of Map.groupBy(said, (row) => row.conversation_id)) {
        const locale = locales.get(conversationId) ?? 'ja';
        for (const message of await presentChatMessages(tx, own, links, locale)) messages.set(message.id, message);
      }
      return { rows, messages };
    });
    const conversations = new Map<string, ChatConversation>();
    for (const row of rows) conversations.set(row.id, presentChat(row, await boards.placeOf(token.workspaceId, row)));
    return facts.flatMap((fact): VisitorLiveFrame[] => {
      const conversation = conversations.get(fact.conversation_id ?? '');
      if (!conversation) return [];
      if (!isMessage(fact)) return [{ type: 'conversation', conversation }];
      const message = messages.get(messageIdOf(fact));
      return message ? [{ type: 'message', message, conversation }] : [];
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
      queues.stop();
      offTyping();
      for (const set of byCustomer.values()) for (const { socket } of set) socket.close(1012, 'restarting');
      await tail.stop();
    },
  };
}

const conversationRow = (tx: Tx, workspaceId: string, id: string) =>
  tx.selectFrom('conversations').selectAll().where('workspace_id', '=', workspaceId).where('id', '=', id).executeTakeFirst();

const keepIn = <T>(sets: Map<string, Set<T>>, key: string, one: T) => void sets.set(key, (sets.get(key) ?? new Set()).add(one));

function dropFrom<T>(sets: Map<string, Set<T>>, key: string, one: T): void {
  const set = sets.get(key);
  set?.delete(one);
  if (set?.size === 0) sets.delete(key);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
