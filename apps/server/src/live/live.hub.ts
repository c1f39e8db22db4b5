import type { LiveFrame } from '@madoguchi/contract/live.ts';
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Viewer } from '../platform/db/viewer.ts';
import { type Cursor, isAfter } from '../platform/event-log/cursor.ts';
import { cursorOf, type LoggedFact } from '../platform/event-log/read.ts';
import type { FactFrame } from './live.frames.ts';
import { isForAgent, type Looking, maySee, whoLooks } from './live.rules.ts';
import type { Telling } from './live.sight.ts';

/** A conversation on a screen whose viewer may see it, and whose conversation it is. */
export type Looked = { conversationId: string; typing: boolean; customerId: string; seenBy: Viewer };

/** One open window of one agent. */
export type Window = {
  socket: WebSocket;
  /** The one that opened it, to ask again whose it is. */
  request: FastifyRequest;
  agentId: string;
  name: string;
  viewer: Viewer;
  /** What it asked to look at last. */
  wishes: Pick<Looked, 'conversationId' | 'typing'> | null;
  lookingAt: Looked | null;
  /** Up to here it knows the facts. */
  told: Cursor;
};

/** More waiting bytes than this: the line is dead or far too slow; the screen comes back with its cursor. */
const BACKLOG_LIMIT_BYTES = 4_000_000;

/** Who is connected to this process, and who looks at what. No I/O but the sockets. */
export function makeHub() {
  const windows = new Set<Window>();

  const sendText = ({ socket }: Window, text: string | Buffer) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > BACKLOG_LIMIT_BYTES) return socket.terminate();
    socket.send(text, { binary: false });
  };
  /** Encoded once for however many windows. */
  const encoded = (frame: LiveFrame) => Buffer.from(JSON.stringify(frame));

  return {
    windows,
    send: (window: Window, frame: LiveFrame) => sendText(window, JSON.stringify(frame)),
    /** To everybody who may see it; written once, sent many times. */
    broadcast(frame: LiveFrame, about: { workspaceId: string; inboxId: string | null }) {
      const text = encoded(frame);
      for (const window of windows) if (maySee(window.viewer, about)) sendText(window, text);
    },
    /**
     * A fact to everybody who may see it and does not know it yet; to those who see its conversation no more, that.
     * @returns the windows of the latter
     */
    tell(frame: FactFrame, fact: LoggedFact, tellingOf: (fact: LoggedFact, frame: FactFrame, window: Window) => Telling): Window[] {
      const losers: Window[] = [];
      const text = encoded(frame);
      const cursor = cursorOf(fact);
      const lost = fact.conversation_id ? encoded({ type: 'lost', cursor: frame.cursor, conversationId: fact.conversation_id }) : null;
      for (const window of windows) {
        if (!maySee(window.viewer, { workspaceId: fact.workspace_id, inboxId: fact.inbox_id }) || !isAfter(cursor, window.told)) continue;
        window.told = cursor;
        if (!isForAgent(fact, window)) continue;
        const telling = tellingOf(fact, frame, window);
        if (telling === 'fact') sendText(window, text);
        else if (telling === 'lost' && lost) {
          sendText(window, lost);
          losers.push(window);
        }
      }
      return losers;
    },
    presenceOf(workspaceId: string, conversationId: string): Looking[] {
      return whoLooks(
        [...windows].flatMap(({ viewer, lookingAt, agentId, name }) =>
          viewer.workspaceId === workspaceId && lookingAt?.conversationId === conversationId
            ? [{ agentId, name, typing: lookingAt.typing, supervises: viewer.whispers === 'all' }]
            : [],
        ),
      );
    },
    lookersAt: (workspaceId: string, conversationId: string): Window[] =>
      [...windows].filter(({ viewer, lookingAt }) => viewer.workspaceId === workspaceId && lookingAt?.conversationId === conversationId),
    /** The conversations of a customer that somebody looks at. */
    conversationsLookedAt: (workspaceId: string, customerId: string): Set<string> =>
      new Set(
        [...windows].flatMap(({ viewer, lookingAt }) =>
          viewer.workspaceId === workspaceId && lookingAt?.customerId === customerId ? [lookingAt.conversationId] : [],
        ),
      ),
    onlineIn: (workspaceId: string): string[] => [
      ...new Set([...windows].flatMap(({ viewer, agentId }) => (viewer.workspaceId === workspaceId ? [agentId] : []))),
    ],
  };
}
