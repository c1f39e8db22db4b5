import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { tinyOnnx } from './tiny-onnx.ts';

/** What means the same, in both languages: all that the tiny model knows. */
const CONCEPTS = [
  ['送料', 'delivery', 'cost', 'postage'],
  ['返品', 'return'],
  ['駐車', 'parking'],
  ['金継ぎ', 'mend', 'cracked'],
] as const;

/** One text for each token: no meaning of its own, and so a little of what all texts share. */
const PLAIN = ['<unk>', '<pad>', 'は', 'いくら', 'です', 'か', 'how', 'much', 'is', 'the', 'query', 'passage', ':'];
const TOKENS = [...PLAIN, ...CONCEPTS.flat()];

function rowOf(token: string, width: number): number[] {
  const row = new Array<number>(width).fill(0);
  const concept = CONCEPTS.findIndex((words) => (words as readonly string[]).includes(token));
  row[0] = 0.1;
  if (concept >= 0) row[1 + (concept % (width - 1))] = 1;
  return row;
}

const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: { type: 'Lowercase' },
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: null,
  decoder: null,
  model: { type: 'Unigram', unk_id: 0, vocab: TOKENS.map((token) => [token, token === '<unk>' ? -10 : -1]) },
};

type Parts = { width?: number; name?: string; files?: Readonly<Record<string, unknown>> };

/** The files of the tiny model as sentence-transformers writes them; `files` puts others beside or in place of them, null leaves one out. */
export function writeTinyModel(folder: string, { width = 6, name = 'tiny', files = {} }: Parts = {}): void {
  const all: Record<string, unknown> = {
    'config.json': { _name_or_path: name },
    'tokenizer.json': TOKENIZER,
    'tokenizer_config.json': { model_max_length: 64, pad_token: '<pad>', unk_token: '<unk>' },
    '1_Pooling/config.json': { pooling_mode_mean_tokens: true, pooling_mode_cls_token: false },
    'model.onnx': tinyOnnx(TOKENS.map((token) => rowOf(token, width))),
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    if (content === null) rmSync(file, { force: true });
    else writeFileSync(file, Buffer.isBuffer(content) ? content : JSON.stringify(content));
  }
}

/** A folder of its own with the tiny model, removed after the tests. */
export function tinyModel(parts?: Parts): string {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-tiny-model-'));
  writeTinyModel(folder, parts);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
