import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeSocket } from './socket.ts';

type Line = {
  sent: string[];
  closed: boolean;
  onopen?: () => void;
  onmessage?: ((event: { data: string }) => void) | null;
  onclose?: ((event: { code: number }) => void) | null;
};

let lines: Line[];
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  lines = [];
  // A line in memory; what a network would do is done by the tests.
  function FakeSocket(this: Line) {
    Object.assign(this, { sent: [], closed: false });
    lines.push(this);
  }
  FakeSocket.prototype.send = function (this: Line, data: string) {
    this.sent.push(data);
  };
  FakeSocket.prototype.close = function (this: Line) {
    this.closed = true;
    this.onclose?.({ code: 1006 });
  };
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function begin() {
  const onFrame = vi.fn();
  const onLost = vi.fn();
  const socket = makeSocket({ url: 'wss://desk.example/live', token: () => 'token-1', onFrame, onLost });
  const line = () => lines.at(-1) as Line;
  const ready = () => {
    line().onopen?.();
    line().onmessage?.({ data: '{"type":"ready"}' });
  };
  return { socket, onFrame, onLost, line, ready };
}

describe('the live line', () => {
  test('says who it is and is up once the server is ready', () => {
    const { socket, line, ready, onFrame } = begin();
    socket.connect();
    socket.connect();
    expect(lines.length).toBe(1);
    expect(socket.isUp()).toBe(false);
    ready();
    expect(line().sent).toEqual(['{"type":"hello","token":"token-1"}']);
    expect(socket.isUp()).toBe(true);
    expect(onFrame).toHaveBeenCalledWith({ type: 'ready' });
  });

  test('comes back by itself, later and later, and at once when told to hurry', () => {
    const { socket, line, onLost } = begin();
    socket.connect();
    line().onclose?.({ code: 1006 });
    expect(onLost).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(lines.length).toBe(2);
    line().onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1000);
    expect(lines.length).toBe(2);
    socket.hurry();
    expect(lines.length).toBe(3);
    vi.advanceTimersByTime(5000);
    expect(lines.length).toBe(3);
  });

  test('a line that no longer answers is given up', () => {
    const { socket, line, ready } = begin();
    socket.connect();
    ready();
    const first = line();
    vi.advanceTimersByTime(20_000);
    expect(first.sent.at(-1)).toBe('{"type":"ping"}');
    first.onmessage?.({ data: '{"type":"pong"}' });
    vi.advanceTimersByTime(20_000);
    expect(first.closed).toBe(false);
    vi.advanceTimersByTime(20_000);
    expect(first.closed).toBe(true);
    expect(socket.isUp()).toBe(false);
  });

  test('a line that never becomes ready is given up too', () => {
    const { socket, line } = begin();
    socket.connect();
    vi.advanceTimersByTime(20_000);
    expect(line().closed).toBe(true);
  });

  test('turned away, it stays away until it is connected anew', () => {
    const { socket, line, onLost } = begin();
    socket.connect();
    line().onclose?.({ code: 4401 });
    expect(onLost).toHaveBeenCalledTimes(1);
    socket.connect();
    socket.hurry();
    vi.advanceTimersByTime(60_000);
    expect(lines.length).toBe(1);
    socket.disconnect();
    socket.connect();
    expect(lines.length).toBe(2);
  });

  test('after disconnecting nothing happens any more', () => {
    const { socket, onLost, onFrame, line, ready } = begin();
    socket.connect();
    ready();
    onFrame.mockClear();
    const old = line();
    socket.disconnect();
    old.onmessage?.({ data: '{"type":"ready"}' });
    vi.advanceTimersByTime(60_000);
    expect([onLost.mock.calls, onFrame.mock.calls, lines.length, socket.isUp()]).toEqual([[], [], 1, false]);
  });

  test('where a page forbids connections, it is lost, not broken', () => {
    vi.stubGlobal(
      'WebSocket',
      vi.fn(function refuse() {
        throw new Error('SecurityError');
      }),
    );
    const { socket, onLost } = begin();
    socket.connect();
    expect(onLost).toHaveBeenCalledTimes(1);
  });
});
