import type { AgentFrame, LiveFrame, VisitorFrame, VisitorLiveFrame } from '@madoguchi/contract/live.ts';
import { afterAll } from 'vitest';
import { WebSocket } from 'ws';

type Of<F, T> = Extract<F, { type: T }>;

/** One open socket and everything it has heard. */
export type Line<In extends { type: string }, Out> = {
  heard: In[];
  /** A frame, or any text. */
  send: (frame: Out | { type: 'ping' } | string) => void;
  /** The first frame of a type (and, if given, that passes) not handed out before. Rejects after ten seconds or when the line is closed. */
  next: <T extends In['type']>(type: T, passes?: (frame: Of<In, T>) => boolean) => Promise<Of<In, T>>;
  /** Everything of a type heard so far. */
  all: <T extends In['type']>(type: T) => Of<In, T>[];
  /** Resolves once the server has read everything sent so far. */
  settled: () => Promise<void>;
  /** The code with which it was closed. */
  closed: Promise<number>;
  close: () => void;
  /** Cuts it without a word, as a network does. */
  cut: () => void;
};
export type AgentLine = Line<LiveFrame, AgentFrame>;
export type VisitorLine = Line<VisitorLiveFrame, VisitorFrame>;

const PATIENCE_MS = 10_000;
const open = new Set<WebSocket>();
afterAll(() => {
  for (const socket of open) socket.terminate();
});

/** An agent's window as the desk opens it. `origin`: the server's own address, or another site's. */
export const agentLine = (server: string, cookie: string | null, origin = server): Promise<AgentLine> =>
  connect<LiveFrame, AgentFrame>(`${server}/api/live`, { origin, ...(cookie ? { cookie } : {}) });

/** The same, greeted and welcomed. */
export async function openWindow(server: string, cookie: string, cursor: string | null = null): Promise<AgentLine> {
  const line = await agentLine(server, cookie);
  line.send({ type: 'hello', cursor });
  await line.next('ready');
  return line;
}

/** A visitor's messenger: it says hello in the very moment the socket opens. */
export const visitorLine = (server: string, key: string, token: string, origin = server): Promise<VisitorLine> =>
  connect<VisitorLiveFrame, VisitorFrame>(`${server}/api/chat/${key}/live`, { origin }, { type: 'hello', token });

/** Rejects when the server refuses the upgrade. */
async function connect<In extends { type: string }, Out>(
  url: string,
  headers: Record<string, string>,
  first?: Out,
): Promise<Line<In, Out>> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers });
  open.add(socket);
  const heard: In[] = [];
  const given = new Set<In>();
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)) as In);
    for (const look of [...waiting]) look();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => {
      if (first) socket.send(JSON.stringify(first));
      resolve();
    });
    socket.on('error', reject);
  });

  function next<T extends In['type']>(type: T, passes: (frame: Of<In, T>) => boolean = () => true): Promise<Of<In, T>> {
    return new Promise((resolve, reject) => {
      const done = (what: () => void) => {
        waiting.delete(look);
        clearTimeout(timer);
        what();
      };
      const look = () => {
        const found = heard.find((frame) => frame.type === type && !given.has(frame) && passes(frame as Of<In, T>));
        if (!found) return;
        given.add(found);
        done(() => resolve(found as Of<In, T>));
      };
      const ends = (why: string) => done(() => reject(new Error(`no ${type}: ${why}; heard ${JSON.stringify(heard).slice(-500)}`)));
      const timer = setTimeout(() => ends(`nothing within ${PATIENCE_MS} ms`), PATIENCE_MS);
      waiting.add(look);
      void closed.then((code) => waiting.has(look) && ends(`closed with ${code}`));
      look();
    });
  }
  const send: Line<In, Out>['send'] = (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  return {
    heard,
    send,
    next,
    all: (type) => heard.filter((frame): frame is Of<In, typeof type> => frame.type === type),
    settled: async () => {
      send({ type: 'ping' });
      await next('pong');
    },
    closed,
    close: () => socket.close(),
    cut: () => socket.terminate(),
  };
}
