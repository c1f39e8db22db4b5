import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { runsOf } from './batches.rules.ts';
import type { ModelFile } from './local.types.ts';
import { pooled } from './pooling.rules.ts';
import type { StepResult, ThreadModel } from './step.types.ts';

type Runtime = typeof import('onnxruntime-web');
export type RunnableModel = { embed: (texts: readonly string[]) => Promise<StepResult> };

/** More threads than this hardly make a small model faster, and the machine has a server to run. */
const MOST_THREADS = 4;
/** What a model is given for each token. Other inputs are of models that do not embed texts. */
const INPUTS = new Set(['input_ids', 'attention_mask', 'token_type_ids']);
/** Vectors of whole texts, where an export has them; else those of tokens. */
const OUTPUTS = ['sentence_embedding', 'last_hidden_state', 'token_embeddings'];

/** Reads and starts a model. @throws Error with `failure` where it is not the model's files that are wrong */
export async function loadModel({ model, tokenizer, tokenizerConfig, pooling, maxTokens }: ThreadModel): Promise<RunnableModel> {
  const runtime = await runtimeOf();
  const encode = encoderOf(await textOf(tokenizer), await textOf(tokenizerConfig), maxTokens);
  const bytes = await bytesOf(model);
  const session = await runtime.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  letGo(bytes);
  const strange = session.inputNames.find((name) => !INPUTS.has(name));
  if (strange !== undefined) throw new Error(`input "${strange}"`);
  const output = OUTPUTS.find((name) => session.outputNames.includes(name)) ?? session.outputNames[0]!;
  return {
    async embed(texts) {
      const tokens = texts.map(encode);
      const vectors = new Array<Float32Array>(texts.length);
      for (const run of runsOf(tokens.map(({ length }) => length))) {
        const ids = run.map((at) => tokens[at]!);
        const result = (await session.run(feedsOf(runtime, session, ids)))[output]!;
        const made =
          result.type === 'float32' ? pooled({ data: result.data as Float32Array, dims: result.dims }, lengthsOf(ids), pooling) : null;
        result.dispose();
        if (!made) throw Object.assign(new Error(`${output}: ${result.type} [${result.dims.join(', ')}]`), { failure: 'bad_vectors' });
        for (const [place, at] of run.entries()) vectors[at] = made[place]!;
      }
      return { vectors, tokens: tokens.reduce((sum, { length }) => sum + length, 0) };
    },
  };
}

/** The runtime is large and few need it: whoever does adds it. */
async function runtimeOf(): Promise<Runtime> {
  try {
    const runtime = await import('onnxruntime-web');
    runtime.env.logLevel = 'error';
    runtime.env.wasm.numThreads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() >> 1));
    return runtime;
  } catch (error) {
    throw Object.assign(new Error((error as Error).message), { failure: 'runtime_missing' });
  }
}

/** A text's tokens, at least one and at most so many: what closes every text (such as [SEP]) closes one that was cut, too. */
function encoderOf(tokenizer: string, config: string, most: number): (text: string) => number[] {
  const made = new Tokenizer(JSON.parse(tokenizer) as object, JSON.parse(config) as object);
  const empty = made.encode('').ids;
  const closing = empty.length > 1 ? empty.slice(-1) : [];
  return (text) => {
    const { ids } = made.encode(text);
    if (ids.length === 0) return [0];
    return ids.length > most ? [...ids.slice(0, most - closing.length), ...closing] : ids;
  };
}

const lengthsOf = (ids: readonly number[][]): number[] => ids.map(({ length }) => length);

/** Tokens padded to the longest; what is padding says the mask. */
function feedsOf(runtime: Runtime, session: InferenceSession, ids: readonly number[][]): Record<string, Tensor> {
  const longest = Math.max(...lengthsOf(ids));
  const tensorOf = (cellOf: (id: number) => bigint): Tensor => {
    const data = new BigInt64Array(ids.length * longest);
    for (const [row, tokens] of ids.entries()) for (const [at, id] of tokens.entries()) data[row * longest + at] = cellOf(id);
    return new runtime.Tensor('int64', data, [ids.length, longest]);
  };
  const all: Record<string, () => Tensor> = {
    input_ids: () => tensorOf(BigInt),
    attention_mask: () => tensorOf(() => 1n),
    token_type_ids: () => tensorOf(() => 0n),
  };
  return Object.fromEntries(session.inputNames.map((name) => [name, all[name]!()]));
}

/** The runtime has its own copy: hundreds of megabytes need not wait for the garbage collector. Small files share their memory with others. */
function letGo({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

const textOf = async (file: ModelFile): Promise<string> => (await bytesOf(file)).toString('utf8');

/** @throws Error when it is not the file that the fingerprint is of: it is read again in a moment */
async function bytesOf({ path, hash }: ModelFile): Promise<Buffer> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${basename(path)}: ${error.code}`);
  });
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`${basename(path)}: changed while it was read`);
  return bytes;
}
