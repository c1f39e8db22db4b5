import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { localThread, type ThreadLimits } from './local-thread.ts';
import type { StepReply, StepRequest, ThreadModel } from './step.types.ts';

/** Threads as the test wishes them: each remembers what it was sent, and does nothing by itself. */
const { threads } = vi.hoisted(() => ({ threads: [] as Fake[] }));
type Fake = {
  sent: StepRequest[];
  ended: boolean;
  say: (reply: object) => void;
  die: (error: Error) => void;
};
vi.mock('node:worker_threads', () => ({
  Worker: class {
    sent: StepRequest[] = [];
    ended = false;
    heard = new Map<string, (value: unknown) => void>();
    constructor() {
      threads.push(this);
    }
    on(name: string, listener: (value: unknown) => void) {
      this.heard.set(name, listener);
    }
    unref() {}
    postMessage(request: StepRequest) {
      this.sent.push(request);
    }
    async terminate() {
      this.ended = true;
      this.heard.get('exit')?.(1);
    }
    say(reply: object) {
      this.heard.get('message')?.({ id: this.sent.at(-1)!.id, ...reply } as StepReply);
    }
    die(error: Error) {
      this.heard.get('error')?.(error);
      this.heard.get('exit')?.(1);
    }
  },
}));

const limits: ThreadLimits = { stepMs: 1000, loadMs: 5000, idleMs: 10_000, restMs: 30_000 };
const never = new AbortController().signal;
const model = {} as ThreadModel;
const well = { vectors: [Float32Array.of(1)], tokens: 1 };
const start = () => {
  const thread = localThread(model, limits);
  return { ...thread, ask: (text: string, urgent = false, signal = never) => thread.step([text], { urgent, signal }) };
};

beforeEach(() => {
  threads.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a question goes before articles that wait, and one step is done at a time', async () => {
  const { ask } = start();
  const answers = [ask('article 1'), ask('article 2'), ask('question 1', true), ask('question 2', true)];
  for (let n = 0; n < 4; n += 1) threads[0]!.say(well);
  expect(await Promise.all(answers)).toEqual([well, well, well, well]);
  expect(threads[0]!.sent.map(({ texts }) => texts[0])).toEqual(['article 1', 'question 1', 'question 2', 'article 2']);
  expect(threads).toHaveLength(1);
});

test('a thread that dies in the middle fails its step alone; the next has a new thread', async () => {
  const { ask } = start();
  const [first, second] = [ask('a'), ask('b')];
  threads[0]!.die(new Error('out of memory'));
  expect(await first).toEqual({ failure: 'crashed', detail: 'out of memory' });
  threads[1]!.say(well);
  expect(await second).toEqual(well);
});

test('one that hangs is ended in time; loading may take longer', async () => {
  const { ask } = start();
  const first = ask('a');
  vi.advanceTimersByTime(4999);
  expect(threads[0]!.ended).toBe(false);
  threads[0]!.say(well);
  await first;
  const second = ask('b');
  vi.advanceTimersByTime(1001);
  expect(await second).toEqual({ failure: 'timeout', detail: null });
  expect(threads[0]!.ended).toBe(true);
  const third = ask('c');
  // What the ended thread still says is of no step any more.
  threads[0]!.say({ vectors: [], tokens: 0 });
  threads[1]!.say(well);
  expect(await third).toEqual(well);
});

describe('a model that does not get up', () => {
  test('three crashes in a row and it is left alone for a while', async () => {
    const { ask } = start();
    for (let n = 0; n < 3; n += 1) {
      const step = ask('a');
      threads[n]!.die(new Error('again'));
      await step;
    }
    expect(await ask('b')).toEqual({ failure: 'crashed', detail: 'again' });
    expect(threads).toHaveLength(3);
    vi.advanceTimersByTime(limits.restMs + 1);
    const later = ask('c');
    threads[3]!.say(well);
    expect(await later).toEqual(well);
  });

  test('one that cannot be loaded is not tried at every question, unless somebody asks for that', async () => {
    const { ask, forgive } = start();
    const broken = { failure: 'model_broken', detail: 'protobuf' };
    const [first, second] = [ask('a'), ask('b')];
    threads[0]!.say(broken);
    expect([await first, await second]).toEqual([broken, broken]);
    expect(threads[0]!.ended).toBe(true);
    expect(await ask('c')).toEqual(broken);
    expect(threads).toHaveLength(1);
    forgive();
    const again = ask('d');
    threads[1]!.say(well);
    expect(await again).toEqual(well);
  });
});

test('unused for long, the memory is given back; then it is loaded again', async () => {
  const { ask, isAlive } = start();
  const first = ask('a');
  threads[0]!.say(well);
  await first;
  vi.advanceTimersByTime(limits.idleMs - 1);
  expect(isAlive()).toBe(true);
  vi.advanceTimersByTime(2);
  expect([isAlive(), threads[0]!.ended]).toEqual([false, true]);
  const second = ask('b');
  threads[1]!.say(well);
  expect(await second).toEqual(well);
});

test('who leaves the line is not served, and who closes leaves nobody waiting', async () => {
  const thread = start();
  const leaving = new AbortController();
  const steps = [thread.ask('a'), thread.ask('b', false, leaving.signal), thread.ask('c')];
  leaving.abort();
  expect(await steps[1]).toEqual({ failure: 'timeout', detail: null });
  await thread.close();
  expect(await Promise.all(steps)).toEqual(new Array(3).fill({ failure: 'timeout', detail: null }));
  expect(threads[0]!.sent).toHaveLength(1);
});
