import { agentFrame, type LiveFrame } from '@madoguchi/contract/live.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type TypingPayload, typingTopic } from '../channels/typing.events.ts';
import type { Platform } from '../platform/ctx.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { cursorFromText, cursorToText, isAfter } from '../platform/event-log/cursor.ts';
import { type LoggedFact, readAfterAs } from '../platform/event-log/read.ts';
import { followLog } from '../platform/event-log/tail.ts';
import type { FileLinks } from '../platform/files/links.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';
import { framesFor } from './live.frames.ts';
import { makeHub, type Window } from './live.hub.ts';

export type ConnectedAgent = { agentId: string; name: string; viewer: Viewer };

type Deps = {
  platform: Platform;
  links: FileLinks;
  metrics: Metrics;
  log: { error: (data: object, text: string) => void };
  /** Who asks, by the session cookie; null for nobody. */
  agentOfRequest: (request: FastifyRequest) => Promise<ConnectedAgent | null>;
  /** Tells when rights changed or a session ended, so that open windows ask again. Returns how to stop being told. */
  onAccessChange: (listener: (change: { workspaceId: string; agentId: string | null }) => void) => () => void;
};

const PONG = JSON.stringify({ type: 'pong' } satisfies LiveFrame);
const HELLO_WITHIN_MS = 10_000;
const PING_EVERY_MS = 25_000;
/** A screen that missed more than this loads anew, which is quicker. */
const CATCH_UP_LIMIT = 300;

/** The agents' live line: facts with the rows as they are now, presence, who is online. */
export async function liveSockets(app: FastifyInstance, deps: Deps) {
  const { platform, links, metrics, log } = deps;
  const hub = makeHub();
  const gauge = metrics.sockets.labels('agent');

  app.get('/api/live', { websocket: true, config: { permit: 'signed_in' }, schema: { hide: true } }, async (socket, request) => {
    socket.on('error', () => socket.terminate());
    // Frames may arrive while the session is looked up: they wait.
    const early: string[] = [];
    let handle: (text: string) => void = (text) => void early.push(text);
    socket.on('message', (data) => handle(String(data)));

    const agent = await deps.agentOfRequest(request);
    if (!agent) return socket.close(4401, 'not_signed_in');
    const { agentId, name, viewer } = agent;
    const window: Window = { agentId, name, viewer, request, socket, lookingAt: null };
    const impatience = setTimeout(() => socket.close(4408, 'no hello'), HELLO_WITHIN_MS);
    socket.on('close', () => {
      clearTimeout(impatience);
      if (hub.windows.delete(window)) {
        gauge.dec();
        tellOnline(agent.viewer.workspaceId);
      }
      look(window, null);
    });

    handle = (text) => {
      const frame = agentFrame.safeParse(parse(text));
      if (!frame.success) return socket.close(4400, 'not a frame');
      if (frame.data.type === 'ping') {
        socket.send(PONG);
      } else if (frame.data.type === 'hello') {
        clearTimeout(impatience);
        void welcome(window, frame.data.cursor).catch(() => socket.close(1011, 'try again'));
      } else {
        const { conversationId, typing } = frame.data;
        look(window, conversationId ? { conversationId, typing } : null);
      }
    };
    for (const text of early) handle(text);
  });

  /** First what was missed, then everything that comes: the window joins before the missed facts are read, so nothing falls between. */
  async function welcome(window: Window, cursorText: string | null): Promise<void> {
    const waiting: string[] = [];
    const { socket, viewer } = window;
    if (hub.windows.has(window)) return;
    const cursor = cursorText === null ? null : cursorFromText(cursorText);
    const here = tail.cursor();
    const direct = socket.send.bind(socket);
    socket.send = ((text: string) => void waiting.push(text)) as typeof socket.send;
    hub.windows.add(window);
    gauge.inc();

    const missed =
      cursor && isAfter(here, cursor) ? await platform.db.as(viewer, (tx) => readAfterAs(tx, cursor, CATCH_UP_LIMIT + 1)) : null;
    const tooMany = (missed?.length ?? 0) > CATCH_UP_LIMIT;
    const frames = missed && !tooMany ? await framesFor(platform, viewer.workspaceId, missed, links, viewer) : [];
    socket.send = direct;
    const reached = frames.at(-1)?.cursor ?? cursorToText(here);
    const refetch = tooMany || (cursorText !== null && cursor === null);
    hub.send(window, { type: 'ready', cursor: tooMany ? cursorToText(here) : reached, refetch });
    for (const frame of frames) hub.send(window, frame);
    for (const text of waiting) socket.send(text);
    tellOnline(viewer.workspaceId);
  }

  function look(window: Window, at: Window['lookingAt']): void {
    const before = window.lookingAt;
    window.lookingAt = at;
    const { workspaceId } = window.viewer;
    for (const id of new Set([before?.conversationId, at?.conversationId])) if (id) tellPresence(workspaceId, id, false);
    if (at && (before?.typing ?? false) !== at.typing) void passTypingOn(window, at);
  }

  const tellPresence = (workspaceId: string, conversationId: string, customerTyping: boolean) => {
    const agents = hub.presenceOf(workspaceId, conversationId).map(({ agentId, name, typing }) => ({ id: agentId, name, typing }));
    for (const window of hub.lookersAt(workspaceId, conversationId))
      hub.send(window, { type: 'presence', conversationId, agents, customerTyping });
  };

  const tellOnline = (workspaceId: string) =>
    hub.broadcast({ type: 'online', agentIds: hub.onlineIn(workspaceId) }, { workspaceId, inboxId: null });

  /** The customer sees that somebody writes: only of a conversation which the agent may see. */
  async function passTypingOn(
    { viewer, name }: Window,
    { conversationId, typing }: { conversationId: string; typing: boolean },
  ): Promise<void> {
    const row = await platform.db
      .as(viewer, (tx) =>
        tx
          .selectFrom('conversations')
          .select('customer_id')
          .where('workspace_id', '=', viewer.workspaceId)
          .where('id', '=', conversationId)
          .executeTakeFirst(),
      )
      .catch(() => undefined);
    if (!row) return;
    const payload: TypingPayload = { by: 'agent', customerId: row.customer_id, conversationId, typing, name };
    platform.bus.publish({ workspaceId: viewer.workspaceId, topic: typingTopic, payload });
  }

  async function tell(facts: LoggedFact[]): Promise<void> {
    const byWorkspace = Map.groupBy(facts, (fact) => fact.workspace_id);
    for (const [workspaceId, own] of byWorkspace) {
      for (const fact of own) metrics.facts.labels(fact.name).inc();
      if (![...hub.windows].some(({ viewer }) => viewer.workspaceId === workspaceId)) continue;
      const frames = await framesFor(platform, workspaceId, own, links);
      for (const [index, frame] of frames.entries()) hub.broadcast(frame, { workspaceId, inboxId: own[index]!.inbox_id });
    }
  }

  const tail = await followLog(platform, tell, { onError: (error) => log.error({ error: error.message }, 'live') });
  const offTyping = platform.bus.onEphemeral(({ workspaceId, topic, payload }) => {
    if (topic !== typingTopic) return;
    const { by, customerId, typing } = payload as TypingPayload;
    if (by === 'customer') void tellCustomerTyping(workspaceId, customerId, typing);
  });

  /** Customers type in their open conversation; only windows that look at it care. */
  async function tellCustomerTyping(workspaceId: string, customerId: string, typing: boolean): Promise<void> {
    const looked = [...hub.windows].flatMap(({ viewer, lookingAt }) =>
      viewer.workspaceId === workspaceId && lookingAt ? [lookingAt.conversationId] : [],
    );
    if (looked.length === 0) return;
    const rows = await platform.db
      .as({ workspaceId, inboxes: 'all' }, (tx) =>
        tx
          .selectFrom('conversations')
          .select('id')
          .where('workspace_id', '=', workspaceId)
          .where('id', 'in', [...new Set(looked)])
          .where('customer_id', '=', customerId)
          .execute(),
      )
      .catch(() => []);
    for (const { id } of rows) tellPresence(workspaceId, id, typing);
  }

  const offChange = deps.onAccessChange(({ workspaceId, agentId }) => {
    for (const window of hub.windows) {
      if (window.viewer.workspaceId === workspaceId && (agentId === null || window.agentId === agentId)) void askAgain(window);
    }
  });

  /** A right that changed holds for open windows too: their fence is set anew, or they close. */
  async function askAgain(window: Window): Promise<void> {
    const agent = await deps.agentOfRequest(window.request).catch(() => null);
    if (agent) window.viewer = agent.viewer;
    else window.socket.close(4401, 'session ended');
  }

  const pings = setInterval(() => {
    for (const { socket } of hub.windows) socket.ping();
  }, PING_EVERY_MS);

  return {
    isOnline: (workspaceId: string, agentId: string) => hub.onlineIn(workspaceId).includes(agentId),
    stop: async () => {
      clearInterval(pings);
      offTyping();
      offChange();
      for (const { socket } of hub.windows) socket.close(1012, 'restarting');
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
