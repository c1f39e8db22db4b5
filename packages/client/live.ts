import { backoffInMs } from './backoff.ts';

/** connecting: not yet connected since the start · online: the server has answered · offline: cut, tried again by itself. */
export type LiveState = 'connecting' | 'online' | 'offline';

type LiveOptions<In, Out> = {
  /** ws:// or wss:// address. */
  url: string;
  /** The first frame of every connection; asked anew each time, so that it can carry the newest cursor or token. */
  hello: () => Out;
  onFrame: (frame: In) => void;
  onState?: (state: LiveState) => void;
  /** The server closed with a code from 4400 to 4499 (4401: not signed in): coming back is of no use until `reconnect` is called. */
  onRefused?: (code: number) => void;
  /** Time between two pings, and how long their pong may take. Defaults 25,000 and 8,000. */
  heartbeatInMs?: number;
  pongWithinMs?: number;
};

export type LiveConnection<Out> = {
  /** Sends a frame if the connection is online and says whether it was sent. Nothing is queued. */
  send(frame: Out): boolean;
  /** Tries again at once. */
  reconnect(): void;
  /** Ends it for good. */
  close(): void;
};

/**
 * A WebSocket of JSON frames that comes back by itself: with growing pauses, at once when the browser says that the network is back or the
 * page is looked at again. Silent deaths are noticed by `{type:'ping'}`, which the server answers with `{type:'pong'}`; `onFrame` does not
 * see pongs. Online means that a frame has come from the server, not merely that the socket is open.
 */
export function connectLive<In extends { type: string }, Out>(options: LiveOptions<In, Out>): LiveConnection<Out | { type: 'ping' }> {
  const { url, hello, onFrame, onState, onRefused, heartbeatInMs = 25_000, pongWithinMs = 8_000 } = options;
  let socket: WebSocket | null = null;
  let state: LiveState = 'connecting';
  let failures = 0;
  let ended = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function become(next: LiveState): void {
    if (state === next) return;
    state = next;
    onState?.(next);
  }

  function open(): void {
    clearTimeout(retry);
    retry = undefined;
    const mine = new WebSocket(url);
    socket = mine;
    // A socket that never opens and never fails (a captive network) would wait for ever.
    patience = setTimeout(() => drop(mine), pongWithinMs * 2);
    mine.onopen = () => mine.send(JSON.stringify(hello()));
    mine.onmessage = ({ data }) => mine === socket && receive(mine, JSON.parse(String(data)) as In);
    mine.onclose = ({ code }) => mine === socket && lost(code);
  }

  function receive(from: WebSocket, frame: In): void {
    clearTimeout(patience);
    patience = undefined;
    failures = 0;
    beat ??= setInterval(() => ping(from), heartbeatInMs);
    become('online');
    if (frame.type !== 'pong') onFrame(frame);
  }

  function ping(to: WebSocket): void {
    if (to !== socket || to.readyState !== WebSocket.OPEN || patience !== undefined) return;
    to.send('{"type":"ping"}');
    patience = setTimeout(() => drop(to), pongWithinMs);
  }

  /** Gives a socket up without waiting for its closing handshake, which a dead network never finishes. */
  function drop(dead: WebSocket): void {
    if (dead !== socket) return;
    dead.close();
    lost(1006);
  }

  function lost(code: number): void {
    socket = null;
    clearInterval(beat);
    clearTimeout(patience);
    beat = undefined;
    patience = undefined;
    if (ended) return;
    become('offline');
    if (code >= 4400 && code <= 4499) onRefused?.(code);
    else retry = setTimeout(open, backoffInMs(failures++));
  }

  /** The network or the page is back: if we wait, stop waiting; if we believe to be connected, make sure. */
  function wake(): void {
    if (ended || globalThis.document?.visibilityState === 'hidden') return;
    if (socket === null && retry !== undefined) open();
    else if (socket !== null) ping(socket);
  }

  const events: [EventTarget | undefined, string][] = [
    [globalThis.window, 'online'],
    [globalThis.window, 'offline'],
    [globalThis.document, 'visibilitychange'],
  ];
  for (const [target, name] of events) target?.addEventListener(name, wake);
  open();

  return {
    send(frame) {
      if (socket === null || state !== 'online') return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    reconnect() {
      if (ended) return;
      if (socket !== null) drop(socket);
      failures = 0;
      open();
    },
    close() {
      ended = true;
      clearTimeout(retry);
      for (const [target, name] of events) target?.removeEventListener(name, wake);
      const last = socket;
      if (last === null) return;
      lost(1000);
      last.close();
    },
  };
}
