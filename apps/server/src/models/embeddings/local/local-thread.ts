import { Worker } from 'node:worker_threads';
import type { LocalFault } from './local.types.ts';
import { fault } from './model-folder.ts';
import type { StepReply, StepRequest, StepResult, ThreadModel } from './step.types.ts';

export type ThreadLimits = {
  /** How long one step may take before its thread is ended; the first one, which loads the model, longer. */
  stepMs: number;
  loadMs: number;
  /** Unused for so long, the model is let go of. */
  idleMs: number;
  /** How long a model that cannot be loaded, or crashed again and again, is left alone. */
  restMs: number;
};

type Step = { texts: string[]; urgent: boolean; done: (reply: StepResult | LocalFault) => void };

export type LocalThread = {
  /** Embeds the texts of one step after those that wait, or before them. Never throws. `signal`: leaves the line. */
  step: (texts: string[], options: { urgent: boolean; signal: AbortSignal }) => Promise<StepResult | LocalFault>;
  /** Forgets what went wrong. */
  forgive: () => void;
  /** Whether the model is loaded. */
  isAlive: () => boolean;
  close: () => Promise<void>;
};

const WORKER = new URL('./local.worker.ts', import.meta.url);
const CRASHES_IN_A_ROW = 3;

/** One model in a thread, started when it is needed, ended when it is not or hangs, and started again after a crash. */
export function localThread(model: ThreadModel, { stepMs, loadMs, idleMs, restMs }: ThreadLimits): LocalThread {
  let worker: Worker | null = null;
  let isLoaded = false;
  let running: Step | null = null;
  let timer: NodeJS.Timeout | undefined;
  let crashes = 0;
  let resting: { until: number; fault: LocalFault } | null = null;
  let lastId = 0;
  const line: Step[] = [];

  function start(): Worker {
    const started = new Worker(WORKER, { workerData: model, execArgv: [] });
    started.unref();
    started.on('message', (reply: StepReply) => {
      if (worker === started && reply.id === lastId) answered(reply);
    });
    const gone = (detail: string) => {
      if (worker !== started) return;
      letGo();
      crashes += 1;
      const said = fault('crashed', detail);
      if (crashes >= CRASHES_IN_A_ROW) rest(said);
      ended(said);
    };
    started.on('error', (error) => gone((error as Error).message));
    started.on('exit', (code) => gone(`exit ${code}`));
    isLoaded = false;
    worker = started;
    return started;
  }

  /** The thread is not heard any more, whatever it still does. */
  function letGo(): Promise<unknown> {
    clearTimeout(timer);
    const before = worker;
    worker = null;
    return before?.terminate() ?? Promise.resolve();
  }

  function rest(said: LocalFault): void {
    crashes = 0;
    resting = { until: performance.now() + restMs, fault: said };
  }

  function answered(reply: StepReply): void {
    if ('failure' in reply) {
      // What cannot be loaded will not get better by asking again at once.
      if (!isLoaded) {
        void letGo();
        rest(fault(reply.failure, reply.detail));
      }
      ended(fault(reply.failure, reply.detail));
    } else {
      isLoaded = true;
      crashes = 0;
      ended({ vectors: reply.vectors, tokens: reply.tokens });
    }
  }

  function ended(result: StepResult | LocalFault): void {
    clearTimeout(timer);
    const step = running;
    running = null;
    step?.done(result);
    next();
  }

  function next(): void {
    if (running) return;
    if (resting && resting.until > performance.now()) {
      for (const { done } of line.splice(0)) done(resting.fault);
      return;
    }
    clearTimeout(timer);
    running = line.shift() ?? null;
    if (!running) {
      if (worker) timer = setTimeout(() => void letGo(), idleMs).unref();
      return;
    }
    const thread = worker ?? start();
    lastId += 1;
    thread.postMessage({ id: lastId, texts: running.texts } satisfies StepRequest);
    timer = setTimeout(
      () => {
        void letGo();
        ended(fault('timeout', null));
      },
      isLoaded ? stepMs : loadMs,
    );
  }

  return {
    step: (texts, { urgent, signal }) =>
      new Promise((resolve) => {
        const step: Step = { texts, urgent, done: resolve };
        const after = line.findIndex((one) => !one.urgent);
        line.splice(urgent && after >= 0 ? after : line.length, 0, step);
        signal.addEventListener('abort', () => {
          const at = line.indexOf(step);
          if (at >= 0) line.splice(at, 1);
          // A step under way goes on: the model is not ended for somebody who does not wait any longer.
          resolve(fault('timeout', null));
        });
        next();
      }),
    forgive: () => {
      resting = null;
    },
    isAlive: () => worker !== null,
    close: async () => {
      const last = letGo();
      for (const { done } of [...(running ? [running] : []), ...line.splice(0)]) done(fault('timeout', null));
      running = null;
      await last;
    },
  };
}
