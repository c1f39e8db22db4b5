import { Worker } from 'node:worker_threads';
import type { Token } from '../tokens.ts';
import type { GlossTerm } from './gloss-terms.ts';
import { dictionaryFile } from './glossary.ts';
import type { GlossReply, GlossRequest } from './glossary.worker.ts';

export type Glosser = {
  /** Each text's words in English; empty without a dictionary, or when the thread fails: English questions then find less. */
  glossAll: (texts: readonly (readonly Token[])[]) => Promise<GlossTerm[][]>;
  /** Begins to read the dictionary, so that the first text need not wait for it. */
  warm: () => void;
  close: () => Promise<void>;
};

const WORKER = new URL('./glossary.worker.ts', import.meta.url);

type Waiting = (reply: GlossReply | null) => void;

/** One thread, started on first use, that does not keep the process alive while nothing is asked. `file`: the dictionary; null: none. */
export function createGlosser(file: () => string | null = dictionaryFile): Glosser {
  let worker: Worker | null = null;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function start(): Worker | null {
    const path = file();
    if (worker || !path) return worker;
    const started = new Worker(WORKER, { workerData: path, execArgv: [] });
    const end = () => {
      if (worker === started) worker = null;
      for (const answer of waiting.values()) answer(null);
      waiting.clear();
    };
    started.on('message', (reply: GlossReply) => {
      waiting.get(reply.id)?.(reply);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => {
      process.emitWarning(error as Error);
      end();
    });
    started.on('exit', end);
    started.unref();
    worker = started;
    return started;
  }

  function ask(texts: string[][]): Promise<GlossReply | null> {
    const thread = start();
    if (!thread) return Promise.resolve(null);
    return new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      thread.ref();
      thread.postMessage({ id: lastId, texts } satisfies GlossRequest);
    });
  }

  return {
    glossAll: async (texts) => {
      const reply = await ask(texts.map((tokens) => tokens.flatMap(({ surface, base, pos }) => [surface, base, pos])));
      return texts.map((_text, i) => termsOf(reply?.glosses[i] ?? []));
    },
    warm: () => void start(),
    close: async () => void (await worker?.terminate()),
  };
}

function termsOf(flat: (string | number)[]): GlossTerm[] {
  const terms: GlossTerm[] = [];
  for (let i = 0; i < flat.length; i += 2) terms.push({ stem: flat[i] as string, weight: flat[i + 1] as number });
  return terms;
}

let shared: Glosser | null = null;

/** The process's one glosser: the dictionary is large. */
export function sharedGlosser(): Glosser {
  shared ??= createGlosser();
  return shared;
}
