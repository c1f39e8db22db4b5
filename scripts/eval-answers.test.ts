import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddingStub, embeds } from '../apps/server/test/embedding-stub.ts';

const script = join(import.meta.dirname, 'eval-answers.ts');
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'eval-answers-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, lines: unknown[]): string {
  const path = join(dir, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}

async function run(...args: string[]): Promise<{ code: number; stderr: string }> {
  try {
    const { stderr } = await promisify(execFile)(process.execPath, [script, ...args]);
    return { code: 0, stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, stderr };
  }
}

const faq = [
  { id: 'delivery', question: '送料はいくらですか', answer: '全国一律 600 円です。', category: '配送' },
  { id: 'returns', question: '返品の方法', answer: '七日以内にご連絡ください。', category: '返品', examples: ['送り返したい'] },
];

test('a run says for every question what the bot would do, and how long it took', async () => {
  const out = join(dir, 'run.jsonl');
  const queries = [
    { id: 'q1', query: '返品したい', relevant: ['returns'] },
    { id: 'q2', query: '???', relevant: [] },
  ];
  const { code, stderr } = await run('--faq', write('faq.jsonl', faq), '--queries', write('queries.jsonl', [...queries, '']), '--out', out);
  expect(stderr).toMatch(/^index: 2 entries in [\d.]+ s\nquestions: 2, p50 [\d.]+ ms, p95 [\d.]+ ms, most [\d.]+ ms\nmemory: \d+ MB/);
  expect(code).toBe(0);
  const lines = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    {
      id: 'q1',
      ranked: ['returns'],
      confidence: expect.any(Number),
      decision: expect.stringMatching(/answer|clarify|handoff/),
      millis: expect.any(Number),
    },
    { id: 'q2', ranked: [], confidence: 0, decision: 'handoff', millis: expect.any(Number) },
  ]);
});

test('with an embedding model a question without a word of its entry finds it, and never more than as a choice', async () => {
  const stub = await embeddingStub();
  const out = join(dir, 'embedded.jsonl');
  const entries = [...faq, { id: 'kintsugi', question: '金継ぎは頼めますか', answer: '承ります。' }];
  const queries = [{ id: 'q1', query: 'mend my cracked bowl' }];
  const args = ['--faq', write('faq3.jsonl', entries), '--queries', write('q1.jsonl', queries), '--out', out];
  const { code, stderr } = await run(...args, '--embeddings', stub.url, '--embedding-model', 'toy-8');
  expect(stderr).toMatch(/\nvectors: 6 of 8 numbers in |^vectors: 6 of 8 numbers in /);
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ ranked: expect.arrayContaining(['kintsugi']), decision: 'clarify' });
  stub.behave(embeds.failing(401, 'no such key'));
  expect(await run(...args, '--embeddings', stub.url, '--embedding-model', 'toy-8')).toEqual({
    code: 1,
    stderr: 'embedding the entries: key_refused, 401 no such key\n',
  });
});

test.each([
  ['an embedding address without a model', () => ['--faq', 'x', '--queries', 'x', '--out', 'y', '--embeddings', 'http://x'], /^usage: /],
  ['a missing file', () => ['--faq', join(dir, 'nowhere.jsonl'), '--queries', 'x', '--out', 'y'], /^cannot read .*nowhere\.jsonl: ENOENT/],
  [
    'a broken line',
    () => ['--faq', write('broken.jsonl', [faq[0], '{oops']), '--queries', 'x', '--out', 'y'],
    /broken\.jsonl line 2: not JSON/,
  ],
  [
    'a line that lacks something',
    () => ['--faq', write('lacking.jsonl', [{ id: 'a' }]), '--queries', 'x', '--out', 'y'],
    /line 1: "question" and "answer"/,
  ],
  [
    'a query without words to ask',
    () => ['--faq', write('ok.jsonl', faq), '--queries', write('q.jsonl', [{ id: 'q' }]), '--out', 'y'],
    /line 1: "query" must be a text/,
  ],
  [
    'a place that cannot be written',
    () => ['--faq', write('ok.jsonl', faq), '--queries', write('q.jsonl', []), '--out', join(dir, 'no/run')],
    /^cannot write /,
  ],
  ['an unknown option', () => ['--set', 'x'], /usage: npm run -s eval:answers/],
  ['no options', () => [], /^usage: npm run -s eval:answers/],
])('%s: told in a line, exit code 1', async (_story, args, message) => {
  const { code, stderr } = await run(...args());
  expect(stderr).toMatch(message);
  expect(stderr).not.toContain('    at ');
  expect(code).toBe(1);
});
