import type { ParsedApart, Settings } from '../../channel.ts';
import type { RawPayload } from '../../port/port.types.ts';
import type { ApartFound, ApartRead, Ask, ParseLimits, ParseThread } from './apart.types.ts';
import { parseThread } from './parse-thread.ts';

/** A mail of 40 MB takes seconds and a few hundred MB on a busy machine; what takes more was made to. */
const LIMITS: ParseLimits = { parseMs: 20_000, loadMs: 60_000, heapMb: 512, bytesMb: 512, idleMs: 60_000, threads: 3 };

export type ParseThreads = {
  /**
   * Reads a payload with a thread to itself; what comes while all are busy waits for the next. Never longer than the limit once it has begun.
   * @returns null once closed @throws when no thread can be started
   */
  read: (parser: ParsedApart, raw: RawPayload, settings: Settings) => Promise<ApartRead>;
  /** Finds something out about bytes, likewise. `answer`: asked in this process, for what the thread cannot know. @returns and @throws as `read` */
  find: (finder: ParsedApart, bytes: Buffer, given: unknown, answer: Ask) => Promise<ApartFound>;
  /** How many threads there are. */
  count: () => number;
  /** Ends them in the middle of what they do. */
  close: () => Promise<void>;
};

/** Threads that read payloads, begun when they are needed, ended when they are not, or hang, or eat. */
export function parseThreads(given: Partial<ParseLimits> = {}): ParseThreads {
  const limits = { ...LIMITS, ...given };
  const threads = new Set<ParseThread>();
  /** Those that have nothing to do; the last one is taken first, so that the others come to their end. */
  const idle: { thread: ParseThread; timer: NodeJS.Timeout }[] = [];
  const line: ((thread: ParseThread | null) => void)[] = [];
  let isClosed = false;

  function start(): ParseThread {
    const thread = parseThread(limits);
    threads.add(thread);
    return thread;
  }

  async function take(): Promise<ParseThread | null> {
    if (isClosed) return null;
    for (let free = idle.pop(); free; free = idle.pop()) {
      clearTimeout(free.timer);
      if (free.thread.isAlive()) return free.thread;
      threads.delete(free.thread);
    }
    return threads.size < limits.threads ? start() : new Promise((resolve) => line.push(resolve));
  }

  function giveBack(thread: ParseThread): void {
    if (!thread.isAlive()) threads.delete(thread);
    if (isClosed) return;
    const next = line.shift();
    if (next) next(thread.isAlive() ? thread : start());
    else if (thread.isAlive()) idle.push({ thread, timer: setTimeout(() => letGo(thread), limits.idleMs).unref() });
  }

  function letGo(thread: ParseThread): void {
    threads.delete(thread);
    idle.splice(
      idle.findIndex((one) => one.thread === thread),
      1,
    );
    void thread.end();
  }

  async function withThread<R>(work: (thread: ParseThread) => Promise<R>): Promise<R | null> {
    const thread = await take();
    if (!thread) return null;
    try {
      return await work(thread);
    } finally {
      giveBack(thread);
    }
  }

  return {
    read: (parser, raw, settings) => withThread((thread) => thread.read(parser, raw, settings)),
    find: (finder, bytes, given, answer) => withThread((thread) => thread.find(finder, bytes, given, answer)),
    count: () => threads.size,
    async close() {
      isClosed = true;
      for (const { timer } of idle.splice(0)) clearTimeout(timer);
      for (const next of line.splice(0)) next(null);
      const ending = [...threads].map((thread) => thread.end());
      threads.clear();
      await Promise.all(ending);
    },
  };
}
