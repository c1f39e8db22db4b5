import { agentFrame, type LiveFrame } from '@madoguchi/contract/live.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type TypingPayload, typingTopic } from '../channels/typing.events.ts';
import type { Platform } from '../platform/ctx.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { type Cursor, cursorFromText, cursorToText, isAfter } from '../platform/event-log/cursor.ts';
import { cursorOf, type LoggedFact, readAfterAs } from '../platform/event-log/read.ts';
import { followLog } from '../platform/event-log/tail.ts';
import type { FileLinks } from '../platform/files/links.ts';
import type { Metrics } from '../platform/metrics/metrics.ts';
import { framesFor } from './live.frames.ts';
import { type Looked, makeHub, type Window } from './live.hub.ts';
import { isForAgent, isTold } from './live.rules.ts';
import { sightOver } from './live.sight.ts';

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
  /** Told when windows of agents open, and every half minute while they are: whoever keeps who is there. */
  onSeen?: (workspaceId: string, agentIds: readonly string[]) => Promise<void>;
};

const PONG = JSON.stringify({ type: 'pong' } satisfies LiveFrame);
const HELLO_WITHIN_MS = 10_000;
const ONLINE_GATHER_MS = 100;
const PING_EVERY_MS = 25_000;
const SEEN_EVERY_MS = 30_000;
/** A screen that missed more than this loads anew, which is quicker. */
const CATCH_UP_LIMIT = 300;

/** The agents' live line: facts with the rows as they are now, presence, who is online. */
export async function liveSockets(app: FastifyInstance, deps: Deps) {
  const { platform, links, metrics, log } = deps;
  const hub = makeHub();
  const gauge = metrics.sockets.labels('agent');
  /** Customers who write right now. */
  const writing = new Set<string>();

  const schema = { summary: 'The live line of an agent: facts as they happen, who is looking and typing', hide: true };
  app.get('/api/live', { websocket: true, config: { permit: 'signed_in' }, schema }, async (socket, request) => {
    socket.on('error', () => socket.terminate());
    // Frames may arrive while the session is looked up: they wait.
    const early: string[] = [];
    let handle: (text: string) => void = (text) => void early.push(text);
    socket.on('message', (data) => handle(String(data)));

    const agent = await deps.agentOfRequest(request);
    if (!agent) return socket.close(4401, 'not_signed_in');
    const { agentId, name, viewer } = agent;
    const window: Window = { agentId, name, viewer, request, socket, lookingAt: null, wishes: null, told: tail.cursor() };
    const impatience = setTimeout(() => socket.close(4408, 'no hello'), HELLO_WITHIN_MS);
    socket.on('close', () => {
      clearTimeout(impatience);
      if (hub.windows.delete(window)) {
        gauge.dec();
        tellOnline(agent.viewer.workspaceId);
      }
      void look(window, null);
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
        void look(window, conversationId ? { conversationId, typing } : null);
      }
    };
    for (const text of early) handle(text);
  });

  /**
   * First what was missed up to this moment, then everything that comes after it: nothing falls between, and nothing is told twice.
   * The cursor in `ready` lies before the missed facts: a line cut among them names it again.
   */
  async function welcome(window: Window, cursorText: string | null): Promise<void> {
    const { socket, viewer } = window;
    if (hub.windows.has(window)) return;
    const cursor = cursorText === null ? null : cursorFromText(cursorText);
    const waiting: (string | Buffer)[] = [];
    const direct = socket.send.bind(socket);
    socket.send = ((text: string | Buffer) => void waiting.push(text)) as typeof socket.send;
    const here = heard ?? tail.cursor();
    window.told = here;
    hub.windows.add(window);
    gauge.inc();

    const missed = cursor ? await platform.db.as(viewer, (tx) => readAfterAs(tx, cursor, CATCH_UP_LIMIT + 1)) : [];
    const tooMany = missed.length > CATCH_UP_LIMIT;
    const own = tooMany ? [] : missed.filter((fact) => isTold(fact) && isForAgent(fact, window) && !isAfter(cursorOf(fact), here));
    const frames = await framesFor(platform, viewer.workspaceId, own, links, viewer);

    socket.send = direct;
    // What went out of sight meanwhile left nothing that could be told.
    const refetch = tooMany || (cursorText !== null && (cursor === null || viewer.sight !== undefined));
    hub.send(window, { type: 'ready', cursor: cursorToText(cursor && !tooMany ? cursor : here), refetch });
    for (const frame of frames) hub.send(window, frame);
    for (const text of waiting) socket.send(text, { binary: false });
    hub.send(window, { type: 'online', agentIds: hub.onlineIn(viewer.workspaceId) });
    tellOnline(viewer.workspaceId);
    seen(viewer.workspaceId, [window.agentId]);
  }

  /** That it could not be noted is told again in half a minute. */
  function seen(workspaceId: string, agentIds: readonly string[]): void {
    deps.onSeen?.(workspaceId, agentIds).catch((error: Error) => log.error({ error: error.message }, 'live'));
  }

  /** Notes what a window looks at, if it may see that; the latest wish counts, whichever look-up ends first. */
  async function look(window: Window, wish: Window['wishes']): Promise<void> {
    window.wishes = wish;
    const { lookingAt: known, viewer } = window;
    const isKnown = known?.conversationId === wish?.conversationId && known?.seenBy === viewer;
    const customerId = wish && (isKnown ? known!.customerId : await customerOf(viewer, wish.conversationId));
    if (window.wishes !== wish) return;
    const before = window.lookingAt;
    window.lookingAt = wish && customerId ? { ...wish, customerId, seenBy: viewer } : null;

    const now = window.lookingAt;
    for (const id of new Set([before?.conversationId, now?.conversationId])) if (id) tellPresence(viewer.workspaceId, id);
    const goesOn = before?.typing && now?.typing && before.conversationId === now.conversationId;
    if (before?.typing && !goesOn) tellCustomer(window, before, false);
    if (now?.typing && !goesOn) tellCustomer(window, now, true);
  }

  function tellCustomer({ viewer, name }: Window, { customerId, conversationId }: Looked, typing: boolean): void {
    const payload: TypingPayload = { by: 'agent', customerId, conversationId, typing, name };
    platform.bus.publish({ workspaceId: viewer.workspaceId, topic: typingTopic, payload });
  }

  /** Whose conversation it is; null for one the viewer may not see. */
  async function customerOf(viewer: Viewer, conversationId: string): Promise<string | null> {
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
    return row?.customer_id ?? null;
  }

  function tellPresence(workspaceId: string, conversationId: string): void {
    const agents = hub.presenceOf(workspaceId, conversationId).map(({ agentId: id, ...looks }) => ({ id, ...looks }));
    const lookers = hub.lookersAt(workspaceId, conversationId);
    const customerTyping = lookers.some(({ lookingAt }) => lookingAt && writing.has(lookingAt.customerId));
    for (const window of lookers) hub.send(window, { type: 'presence', conversationId, agents, customerTyping });
  }

  /** Who was last told to be online, by workspace; and those workspaces where it is about to be told again. */
  const onlineTold = new Map<string, string>();
  const onlineDue = new Map<string, NodeJS.Timeout>();

  /** When everybody comes back at once, after a restart, it is told once and not at each arrival; a second window of one agent is no news. */
  function tellOnline(workspaceId: string): void {
    if (onlineDue.has(workspaceId)) return;
    const due = setTimeout(() => {
      onlineDue.delete(workspaceId);
      const agentIds = hub.onlineIn(workspaceId).sort();
      if (onlineTold.get(workspaceId) === agentIds.join()) return;
      onlineTold.set(workspaceId, agentIds.join());
      hub.broadcast({ type: 'online', agentIds }, { workspaceId, inboxId: null });
    }, ONLINE_GATHER_MS);
    onlineDue.set(workspaceId, due);
  }

  /** The last fact that was on its way to the windows: one that joins later reads up to here by itself. */
  let heard: Cursor | null = null;

  /** May be called again with the same facts when the database failed half way: no window is told twice. */
  async function tell(facts: LoggedFact[]): Promise<void> {
    heard = cursorOf(facts.at(-1)!);
    const connected = new Set([...hub.windows].map(({ viewer }) => viewer.workspaceId));
    const told = facts.filter((fact) => connected.has(fact.workspace_id) && isTold(fact));
    for (const [workspaceId, own] of Map.groupBy(told, (fact) => fact.workspace_id)) {
      const frames = await framesFor(platform, workspaceId, own, links);
      const tellingOf = await sightOver(platform, workspaceId, own, hub.windows);
      for (const [index, frame] of frames.entries())
        for (const window of hub.tell(frame, own[index]!, tellingOf))
          if (window.lookingAt?.conversationId === own[index]!.conversation_id) void look(window, null);
    }
    for (const fact of facts) metrics.facts.labels(fact.name).inc();
  }

  const tail = await followLog(platform, tell, { onError: (error) => log.error({ error: error.message }, 'live') });
  const offTyping = platform.bus.onEphemeral(({ workspaceId, topic, payload }) => {
    if (topic !== typingTopic) return;
    const { by, customerId, typing } = payload as TypingPayload;
    if (by !== 'customer') return;
    if (typing) writing.add(customerId);
    else writing.delete(customerId);
    for (const id of hub.conversationsLookedAt(workspaceId, customerId)) tellPresence(workspaceId, id);
  });

  const offChange = deps.onAccessChange(({ workspaceId, agentId }) => {
    for (const window of hub.windows) {
      if (window.viewer.workspaceId === workspaceId && (agentId === null || window.agentId === agentId)) void askAgain(window);
    }
  });

  /** A right that changed holds for open windows too: their fence is set anew, or they close. */
  async function askAgain(window: Window): Promise<void> {
    // Not to know is no reason to sign anybody out: the window comes back by itself and is asked then.
    const agent = await deps.agentOfRequest(window.request).catch(() => 'unknown' as const);
    if (agent === 'unknown') return window.socket.close(1011, 'try again');
    if (!agent) return window.socket.close(4401, 'session ended');
    const before = JSON.stringify(window.viewer);
    window.viewer = agent.viewer;
    // Other conversations are in sight now: what is on the screen is of before.
    if (JSON.stringify(agent.viewer) !== before) hub.send(window, { type: 'ready', cursor: cursorToText(window.told), refetch: true });
    await look(window, window.wishes);
  }

  const pings = setInterval(() => {
    for (const { socket } of hub.windows) socket.ping();
  }, PING_EVERY_MS);
  const looks = setInterval(() => {
    for (const workspaceId of new Set([...hub.windows].map(({ viewer }) => viewer.workspaceId)))
      seen(workspaceId, hub.onlineIn(workspaceId));
  }, SEEN_EVERY_MS);

  return {
    isOnline: (workspaceId: string, agentId: string) => hub.onlineIn(workspaceId).includes(agentId),
    stop: async () => {
      clearInterval(pings);
      clearInterval(looks);
      for (const due of onlineDue.values()) clearTimeout(due);
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
