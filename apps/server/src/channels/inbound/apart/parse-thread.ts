import { Worker } from 'node:worker_threads';
import { payloadProblems } from '@madoguchi/contract/channels.ts';
import type { ApartRead, ParseLimits, ParseReply, ParseRequest, ParseThread } from './apart.types.ts';
import { takenOver } from './bytes.ts';

const WORKER = new URL('./parse.worker.ts', import.meta.url);
const WATCH_MS = 250;
const MB = 1024 * 1024;

type Reading = { begun: boolean; done: (read: ApartRead) => void; failed: (error: Error) => void };

/** Starts a thread that reads payloads. A payload that takes too long or too much ends it: then it is not alive any more. */
export function parseThread({ parseMs, loadMs, heapMb, bytesMb }: Omit<ParseLimits, 'idleMs' | 'threads'>): ParseThread {
  const worker = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  worker.unref();
  let isAlive = true;
  let isClosed = false;
  let reading: Reading | null = null;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;

  worker.on('message', (reply: ParseReply) => {
    if (!reading) return;
    if (reply.kind === 'read') ended({ events: takenOver(reply.events), problem: null });
    else if (reply.kind === 'unread') ended({ events: null, problem: reply.problem });
    else begin(reading);
  });
  worker.on('error', (error: NodeJS.ErrnoException) =>
    gone(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? payloadProblems.tooMuchMemory : payloadProblems.crashed, error),
  );
  worker.on('exit', (code) => gone(payloadProblems.crashed, new Error(`the thread ended with ${code}`)));

  function begin(now: Reading): void {
    now.begun = true;
    limit(parseMs);
    watch = setInterval(() => void weigh(), WATCH_MS);
  }

  function limit(ms: number): void {
    clearTimeout(timer);
    const asked = reading;
    // What the thread has said already counts, also when this process was too busy to hear it in time.
    const late = () => setImmediate(() => reading === asked && gone(payloadProblems.tooSlow, new Error(`nothing loaded in ${ms} ms`)));
    timer = setTimeout(late, ms);
  }

  /** The engine keeps the limit of objects itself, and knows none of bytes. */
  async function weigh(): Promise<void> {
    const asked = reading;
    const { external_memory } = await worker.getHeapStatistics().catch(() => ({ external_memory: 0 }));
    if (reading === asked && external_memory > bytesMb * MB) gone(payloadProblems.tooMuchMemory, new Error('too much memory'));
  }

  function ended(read: ApartRead): void {
    clearTimeout(timer);
    clearInterval(watch);
    const { done } = reading ?? {};
    reading = null;
    done?.(read);
  }

  /** The thread is not heard any more, whatever it still does. */
  function gone(problem: string, error: Error): void {
    isAlive = false;
    void worker.terminate();
    if (reading && !reading.begun) reading.failed(error);
    ended({ events: null, problem });
  }

  return {
    read: (parser, raw, settings) =>
      new Promise((resolve, reject) => {
        if (isClosed) return resolve(null);
        reading = { begun: false, done: resolve, failed: reject };
        limit(loadMs);
        // Copied once, and given away: the payload itself stays whole for whoever keeps or shows it.
        const body = new Uint8Array(raw.body);
        const request: ParseRequest = { module: parser.module.href, as: parser.as, raw: { ...raw, body }, settings };
        worker.postMessage(request, [body.buffer]);
      }),
    isAlive: () => isAlive,
    end: async () => {
      isAlive = false;
      isClosed = true;
      ended(null);
      await worker.terminate();
    },
  };
}
