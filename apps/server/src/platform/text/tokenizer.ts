import { Worker } from 'node:worker_threads';
import { cutIntoPieces } from './pieces.ts';
import type { TokenizeReply, TokenizeRequest } from './tokenizer.worker.ts';
import { type Token, unpackTokens } from './tokens.ts';

export type Tokenizer = {
  /** The words of a folded text. Rejects with TokenizerStopped when the thread dies or is closed meanwhile. */
  analyse: (folded: string) => Promise<Token[]>;
  /** The same for many texts, in small batches that let a customer's question pass between them. */
  analyseAll: (folded: string[]) => Promise<Token[][]>;
  /** Ends the thread; what was in flight is rejected. A later call starts a new one. */
  close: () => Promise<void>;
};

/** The thread ended before it answered. Asking again is safe: the next call has a fresh thread. */
export class TokenizerStopped extends Error {
  override name = 'TokenizerStopped';
}

/** About 20 ms of work: how long a question may have to wait behind an index build. */
const BATCH_CHARACTERS = 800;
const DEFAULT_WORKER = new URL('./tokenizer.worker.ts', import.meta.url);

type Waiting = { resolve: (packed: string[][]) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; hasAnswered: boolean };

/** One thread, started on first use. It does not keep the process alive while nothing is asked. */
export function createTokenizer(workerUrl: URL = DEFAULT_WORKER): Tokenizer {
  let thread: Thread | null = null;
  let lastId = 0;

  function start(): Thread {
    const started: Thread = { worker: new Worker(workerUrl, { execArgv: [] }), waiting: new Map(), hasAnswered: false };
    started.worker.on('message', ({ id, packed }: TokenizeReply) => {
      const asked = started.waiting.get(id);
      started.waiting.delete(id);
      started.hasAnswered = true;
      if (started.waiting.size === 0) started.worker.unref();
      asked?.resolve(packed);
    });
    started.worker.on('error', (cause) => onEnd(started, new TokenizerStopped('the tokenizer thread failed', { cause })));
    started.worker.on('exit', () => onEnd(started, new TokenizerStopped('the tokenizer thread ended')));
    started.worker.unref();
    thread = started;
    return started;
  }

  /** A thread that had worked is replaced at once; one that never answered is not, or a broken install would restart for ever. */
  function onEnd(ended: Thread, error: TokenizerStopped): void {
    if (thread === ended) {
      thread = null;
      if (ended.hasAnswered) start();
    }
    rejectAll(ended, error);
  }

  function ask(texts: string[]): Promise<string[][]> {
    const { worker, waiting } = thread ?? start();
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: lastId, texts } satisfies TokenizeRequest);
    });
  }

  async function analyseAll(folded: string[]): Promise<Token[][]> {
    const pieces = folded.flatMap((text, at) => cutIntoPieces(text, BATCH_CHARACTERS).map((piece) => ({ at, piece })));
    const tokens: Token[][] = folded.map(() => []);
    for (let from = 0; from < pieces.length; ) {
      const to = endOfBatch(pieces, from);
      const packed = await ask(pieces.slice(from, to).map(({ piece }) => piece));
      for (const [i, words] of packed.entries()) tokens[pieces[from + i]!.at]!.push(...unpackTokens(words));
      from = to;
    }
    return tokens;
  }

  return {
    analyse: async (folded) => (await analyseAll([folded]))[0] ?? [],
    analyseAll,
    close: async () => {
      const closing = thread;
      thread = null;
      if (!closing) return;
      rejectAll(closing, new TokenizerStopped('the tokenizer was closed'));
      await closing.worker.terminate();
    },
  };
}

function rejectAll(thread: Thread, error: TokenizerStopped): void {
  for (const { reject } of thread.waiting.values()) reject(error);
  thread.waiting.clear();
}

function endOfBatch(pieces: { piece: string }[], from: number): number {
  let characters = 0;
  let to = from;
  while (to < pieces.length && (to === from || characters + pieces[to]!.piece.length <= BATCH_CHARACTERS)) {
    characters += pieces[to]!.piece.length;
    to += 1;
  }
  return to;
}

let shared: Tokenizer | null = null;

/** The process's one tokenizer: the dictionary takes about 130 MB, so nobody should make a second. */
export function sharedTokenizer(): Tokenizer {
  shared ??= createTokenizer();
  return shared;
}
