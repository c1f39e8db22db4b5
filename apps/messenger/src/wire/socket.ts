import type { VisitorFrame, VisitorLiveFrame } from '@madoguchi/contract/live.ts';
import { pause } from '../state/outgoing.ts';

export type Socket = {
  /** Connects unless connected, connecting or about to. */
  connect(): void;
  /** Where another try is due later, tries at once. */
  hurry(): void;
  disconnect(): void;
  isUp(): boolean;
  /** Sends when connected, else forgets: for what is only worth saying now. */
  say(frame: VisitorFrame): void;
};

type Wiring = {
  /** wss://… */
  url: string;
  token: () => string | null;
  onFrame(frame: VisitorLiveFrame): void;
  /** The connection broke or could not be made; another try follows by itself unless the server turned us away. */
  onLost(): void;
};

/** How often the line is felt; what has not answered by the next time is dead. Also the time in which a new line must be ready. */
const beatInMilliseconds = 20_000;

/** A connection that mends itself: doubling pauses, a word at `ready`, silence after `disconnect`. */
export function makeSocket({ url, token, onFrame, onLost }: Wiring): Socket {
  let socket: WebSocket | null = null;
  let isReady = false;
  let isAlive = false;
  let isTurnedAway = false;
  let tries = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;

  const say = (frame: VisitorFrame) => socket?.send(JSON.stringify(frame));

  function open() {
    clearTimeout(retry);
    retry = undefined;
    const mine = attempt(url);
    if (!mine) return lost(0);
    socket = mine;
    beat = setInterval(() => {
      if (!isAlive) {
        // Not waiting for the farewell of a line that is dead.
        lost(0);
        return mine.close();
      }
      isAlive = false;
      say({ type: 'ping' });
    }, beatInMilliseconds);
    mine.onopen = () => say({ type: 'hello', token: token() ?? '' });
    mine.onmessage = ({ data }) => {
      // The server validates what it sends against the same contract.
      const frame: VisitorLiveFrame = JSON.parse(data);
      isAlive = true;
      if (frame.type === 'ready') {
        isReady = true;
        tries = 0;
      }
      onFrame(frame);
    };
    mine.onclose = ({ code }) => lost(code);
  }

  function lost(code: number) {
    forget();
    tries += 1;
    isTurnedAway = code >= 4400 && code < 4500;
    if (!isTurnedAway) retry = setTimeout(open, pause(tries, Math.random()));
    onLost();
  }

  function forget() {
    clearInterval(beat);
    if (socket) socket.onclose = socket.onmessage = null;
    socket = null;
    isReady = isAlive = false;
  }

  return {
    connect: () => void (socket || retry || isTurnedAway || open()),
    hurry: () => void (retry && open()),
    disconnect() {
      clearTimeout(retry);
      retry = undefined;
      const old = socket;
      forget();
      old?.close();
      isTurnedAway = false;
      tries = 0;
    },
    isUp: () => isReady,
    say: (frame) => void (isReady && say(frame)),
  };
}

// A page's Content-Security-Policy may forbid the connection by throwing.
function attempt(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
}
