import type { EmbeddingReply } from '../embeddings.types.ts';
import { stepsOf } from './batches.rules.ts';
import type { FolderModel, LocalFault, LocalLimits, LocalModel, Prefixes, TextKind } from './local.types.ts';
import { type LocalThread, localThread, type ThreadLimits } from './local-thread.ts';
import { fault, readModelFolder, signatureOf } from './model-folder.ts';

type Options = Partial<ThreadLimits> & {
  /** Where the installation has its model; null: nowhere. */
  folder: string | null;
  /** Prefixes the installation insists on; null: those that come with the model. */
  prefixes: Prefixes | null;
  /** How often the folder is looked at while somebody wants to hear of changes. */
  everyMs?: number;
};

const LIMITS: ThreadLimits = { stepMs: 30_000, loadMs: 3 * 60_000, idleMs: 2 * 60 * 60_000, restMs: 30_000 };
const EVERY_MS = 5000;

/** The installation's own embedding model: read from a folder, run in a thread, replaced while it runs. */
export function openLocalModel({ folder, prefixes, everyMs = EVERY_MS, ...given }: Options): LocalModel {
  const threads = new Map<string, { thread: LocalThread; prefixes: Prefixes }>();
  const listeners = new Map<() => void, NodeJS.Timeout>();
  let seen: { signature: string; found: Promise<FolderModel | LocalFault> } | null = null;
  let wentWrong = false;

  async function look(): Promise<FolderModel | LocalFault> {
    if (folder === null) return fault('no_folder', null);
    const signature = await signatureOf(folder);
    if (seen?.signature !== signature) seen = { signature, found: readModelFolder(folder, prefixes) };
    return seen.found;
  }

  /** The thread of a model: of the one in the folder, or of one that was there while it is still loaded. */
  function threadOf(identity: string, now: FolderModel | LocalFault) {
    const current = 'identity' in now ? now : null;
    for (const [name, { thread }] of threads) if (name !== current?.identity && !thread.isAlive()) threads.delete(name);
    const wanted = identity === '' ? current?.identity : identity;
    const known = wanted === undefined ? undefined : threads.get(wanted);
    if (known || !current || current.identity !== wanted) return known ?? null;
    const started = { thread: localThread(current, { ...LIMITS, ...given }), prefixes: current.prefixes };
    threads.set(current.identity, started);
    return started;
  }

  async function embed(
    asked: string,
    kind: TextKind,
    texts: readonly string[],
    { timeLimitMs, urgent, signal, again = false }: LocalLimits & { again?: boolean },
  ): Promise<EmbeddingReply & { identity: string }> {
    const began = performance.now();
    const now = await look();
    const identity = asked === '' && 'identity' in now ? now.identity : asked;
    const ended = (reply: Partial<EmbeddingReply>) => ({
      vectors: [],
      failure: null,
      detail: null,
      isRefused: false,
      tokens: null,
      ...reply,
      ms: Math.round(performance.now() - began),
      identity,
    });
    const known = threadOf(identity, now);
    if (!known) return ended('failure' in now ? now : fault('model_missing', asked));
    const { thread, prefixes: before } = known;
    if (again) thread.forgive();
    const limit = AbortSignal.any([AbortSignal.timeout(timeLimitMs), ...(signal ? [signal] : [])]);
    const vectors: Float32Array[] = [];
    let tokens = 0;
    for (const step of stepsOf(texts.map((text) => before[kind] + text))) {
      const result = limit.aborted ? fault('timeout', null) : await thread.step(step, { urgent, signal: limit });
      if ('failure' in result) {
        wentWrong ||= result.failure !== 'timeout';
        // Fewer or shorter texts may be done in time, or in the memory there is.
        return ended({ ...result, isRefused: result.failure === 'timeout' || result.failure === 'crashed' });
      }
      vectors.push(...result.vectors);
      tokens += result.tokens;
    }
    if (wentWrong) for (const tell of listeners.keys()) tell();
    wentWrong = false;
    return ended({ vectors, tokens });
  }

  return {
    look,
    embed,
    watch(changed) {
      if (folder === null) return () => {};
      let before: string | null = null;
      const compare = async () => {
        const now = await look();
        const name = 'identity' in now ? now.identity : now.failure;
        if (before !== null && before !== name) changed();
        before = name;
      };
      void compare();
      listeners.set(changed, setInterval(() => void compare(), everyMs).unref());
      return () => {
        clearInterval(listeners.get(changed));
        listeners.delete(changed);
      };
    },
    close: async () => {
      for (const timer of listeners.values()) clearInterval(timer);
      await Promise.all([...threads.values()].map(({ thread }) => thread.close()));
      threads.clear();
    },
  };
}
