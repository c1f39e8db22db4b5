import { type Transferable, Worker } from 'node:worker_threads';
import { payloadProblems } from '@madoguchi/contract/channels.ts';
import type { InboundEvent } from '../../port/port.types.ts';
import type { ApartFound, ParseLimits, ParseThread, ThreadReply, ThreadRequest } from './apart.types.ts';
import { takenOver } from './bytes.ts';
import { answerOver } from './questions.ts';

const WORKER = new URL('./parse.worker.ts', import.meta.url);
const WATCH_MS = 250;
const MB = 1024 * 1024;

type Reading = { begun: boolean; done: (found: ApartFound) => void; failed: (error: Error) => void };

/** Starts a thread that reads payloads. A payload that takes too long or too much ends it: then it is not alive any more. */
export function parseThread({ parseMs, loadMs, heapMb, bytesMb }: Omit<ParseLimits, 'idleMs' | 'threads'>): ParseThread {
  const worker = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  worker.unref();
  let isAlive = true;
  let isClosed = false;
  let reading: Reading | null = null;
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;

  worker.on('message', (reply: ThreadReply) => {
    if (!reading) return;
    if (reply.kind === 'found') ended({ found: reply.found, problem: null });
    else if (reply.kind === 'failed') ended({ found: null, problem: reply.problem });
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

  function ended(found: ApartFound): void {
    clearTimeout(timer);
    clearInterval(watch);
    const { done } = reading ?? {};
    reading = null;
    done?.(found);
  }

  /** The thread is not heard any more, whatever it still does. */
  function gone(problem: string, error: Error): void {
    isAlive = false;
    void worker.terminate();
    if (reading && !reading.begun) reading.failed(error);
    ended({ found: null, problem });
  }

  const work = (request: ThreadRequest, given: Transferable[]) =>
    new Promise<ApartFound>((resolve, reject) => {
      if (isClosed) return resolve(null);
      reading = { begun: false, done: resolve, failed: reject };
      limit(loadMs);
      worker.postMessage(request, given);
    });

  return {
    async read({ module, as }, raw, settings) {
      // Copied once, and given away: the payload itself stays whole for whoever keeps or shows it.
      const body = new Uint8Array(raw.body);
      const read = await work({ kind: 'parse', module: module.href, as, raw: { ...raw, body }, settings }, [body.buffer]);
      if (!read) return null;
      return read.problem === null
        ? { events: takenOver(read.found as InboundEvent[]), problem: null }
        : { events: null, problem: read.problem };
    },
    async find({ module, as }, whole, given, answer) {
      const bytes = new Uint8Array(whole);
      const { port, close } = answerOver(answer);
      try {
        return await work({ kind: 'find', module: module.href, as, bytes, given, questions: port }, [bytes.buffer, port]);
      } finally {
        close();
      }
    },
    isAlive: () => isAlive,
    end: async () => {
      isAlive = false;
      isClosed = true;
      ended(null);
      await worker.terminate();
    },
  };
}
