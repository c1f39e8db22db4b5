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
  /** The connection broke or could not be made; another try follows by itself. */
  onLost(): void;
};

const readyInMilliseconds = 15_000;

/** A connection that mends itself: doubling pauses, a word at `ready`, silence after `disconnect`. */
export function makeSocket({ url, token, onFrame, onLost }: Wiring): Socket {
  let socket: WebSocket | null = null;
  let isReady = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    clearTimeout(timer);
    timer = undefined;
    isReady = false;
    const mine = attempt(url);
    if (!mine) return later();
    socket = mine;
    timer = setTimeout(() => mine.close(), readyInMilliseconds);
    mine.onopen = () => mine.send(JSON.stringify({ type: 'hello', token: token() ?? '' } satisfies VisitorFrame));
    mine.onmessage = ({ data }) => {
      if (socket !== mine) return;
      // The server validates what it sends against the same contract.
      const frame: VisitorLiveFrame = JSON.parse(data);
      if (frame.type === 'ready') {
        clearTimeout(timer);
        isReady = true;
        tries = 0;
      }
      onFrame(frame);
    };
    mine.onclose = () => {
      if (socket !== mine) return;
      clearTimeout(timer);
      socket = null;
      isReady = false;
      later();
    };
  }

  function later() {
    tries += 1;
    timer = setTimeout(open, pause(tries, Math.random()));
    onLost();
  }

  function disconnect() {
    clearTimeout(timer);
    timer = undefined;
    const old = socket;
    socket = null;
    isReady = false;
    tries = 0;
    old?.close();
  }

  return {
    connect: () => void (socket || timer || open()),
    hurry: () => void (!socket && timer && open()),
    disconnect,
    isUp: () => isReady,
    say: (frame) => void (isReady && socket?.send(JSON.stringify(frame))),
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
