import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cutText } from '../../../platform/text/fold.ts';
import { maxTokensOf, nameOf, poolingOf, prefixesOf } from './folder.rules.ts';
import type { FolderModel, LocalFault, ModelFile, Prefixes } from './local.types.ts';

/** Where exports put the model, the best first. */
const MODELS = ['model.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'onnx/model_quantized.onnx'];
const BESIDE = [
  'tokenizer.json',
  'tokenizer_config.json',
  'config.json',
  '1_Pooling/config.json',
  'config_sentence_transformers.json',
  'sentence_bert_config.json',
] as const;
const SHOWN = 300;
const MEGABYTE = 1 << 20;

/** Tells whether anything in the folder may have changed: size and date of the files that matter. */
export async function signatureOf(folder: string): Promise<string> {
  const seen = await Promise.all([...MODELS, ...BESIDE].map((path) => stat(join(folder, path)).catch(() => null)));
  return seen.map((one) => (one ? `${one.size} ${one.mtimeMs} ${one.ino}` : '-')).join(', ');
}

/** Reads what is in a folder: everything but the meaning of the model's bytes. `given`: prefixes the installation insists on. */
export async function readModelFolder(folder: string, given: Prefixes | null): Promise<FolderModel | LocalFault> {
  try {
    if (!(await stat(folder).catch(() => null))?.isDirectory()) return fault('model_missing', null);
    const path = await firstOf(folder, MODELS);
    if (!path) return fault('model_missing', MODELS.join(', '));
    for (const needed of BESIDE.slice(0, 2))
      if (!(await stat(join(folder, needed)).catch(() => null))) return fault('tokenizer_missing', needed);
    const [, tokenizerConfig, config, pool, prompts, sentence] = await Promise.all(BESIDE.map((file) => jsonOf(join(folder, file))));
    const pooling = poolingOf(pool);
    if (!pooling) return fault('model_broken', '1_Pooling/config.json: mean, cls');
    const [model, tokenizer, tokenizerFile] = await Promise.all([path, BESIDE[0], BESIDE[1]].map((file) => hashed(join(folder, file))));
    const name = nameOf(config, basename(folder));
    const prefixes = given ?? prefixesOf(name, prompts);
    const maxTokens = maxTokensOf({ sentence, tokenizer: tokenizerConfig, config });
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([model!.hash, tokenizer!.hash, tokenizerFile!.hash, pooling, prefixes, maxTokens]))
      .digest('hex');
    const { size } = await stat(model!.path);
    return {
      identity: `${name}@${fingerprint.slice(0, 12)}`,
      name,
      bytes: size,
      model: model!,
      tokenizer: tokenizer!,
      tokenizerConfig: tokenizerFile!,
      pooling,
      prefixes,
      maxTokens,
    };
  } catch (error) {
    // Where on the machine it lies is no business of whoever may read the settings.
    return fault('model_broken', (error as Error).message.replaceAll(`${folder}/`, ''));
  }
}

export const fault = (failure: LocalFault['failure'], detail: string | null): LocalFault => ({
  failure,
  detail: detail && cutText(detail, SHOWN),
});

async function firstOf(folder: string, paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if ((await stat(join(folder, path)).catch(() => null))?.isFile()) return path;
  return null;
}

/** Null when there is no such file. @throws Error naming the file that is not JSON */
async function jsonOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path}: no JSON`);
  }
}

/** In pieces: a model may be larger than what should lie in memory twice. */
async function hashed(path: string): Promise<ModelFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: MEGABYTE }), hash);
  return { path, hash: hash.digest('hex') };
}
