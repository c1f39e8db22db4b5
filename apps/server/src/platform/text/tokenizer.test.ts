import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { foldText } from './fold.ts';
import { createTokenizer, type Tokenizer, TokenizerStopped } from './tokenizer.ts';

describe('Japanese words', () => {
  let tokenizer: Tokenizer;
  beforeAll(() => {
    tokenizer = createTokenizer();
  });
  afterAll(() => tokenizer.close());

  test('come with dictionary form, reading and part of speech', async () => {
    const tokens = await tokenizer.analyse('商品が届かなかった');
    expect(tokens.slice(0, 3)).toEqual([
      { surface: '商品', base: '商品', reading: 'ショウヒン', pos: '名詞', detail: '一般' },
      { surface: 'が', base: 'が', reading: 'ガ', pos: '助詞', detail: '格助詞' },
      { surface: '届か', base: '届く', reading: 'トドカ', pos: '動詞', detail: '自立' },
    ]);
  });

  test('many texts come back in their order, long ones whole', async () => {
    const long = '返品は七日以内にお願いします。'.repeat(200);
    const [first, empty, last] = await tokenizer.analyseAll([long, '', '送料はいくらですか']);
    expect(first!.map(({ surface }) => surface).join('')).toBe(long);
    expect(empty).toEqual([]);
    expect(last![0]).toMatchObject({ surface: '送料' });
  });

  test('a question asked during an index build does not wait for its end', async () => {
    const order: string[] = [];
    const build = tokenizer.analyseAll(Array.from({ length: 60 }, () => '送料は全国一律です。'.repeat(60))).then(() => order.push('build'));
    await tokenizer.analyse('返品したい').then(() => order.push('question'));
    await build;
    expect(order).toEqual(['question', 'build']);
  });

  test('no string makes it fail, and its surfaces are what was written', async () => {
    const anyString = fc.oneof(
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
      fc.string({ unit: fc.constantFrom(...'返品したいカード0aＡ。、\n 😀ー々ゝ'), maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(anyString, async (text) => {
        const folded = foldText(text);
        const surfaces = (await tokenizer.analyse(folded)).map(({ surface }) => surface).join('');
        expect(surfaces.replace(/\s/gu, '')).toBe(folded.replace(/\s/gu, ''));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the thread behind it', () => {
  /** Answers every text with one word, the name of its thread; 'die' kills it, 'throw' fails in it, 'wait' is never answered. */
  const echo = threadOf(`
    import('node:worker_threads').then(({ parentPort, threadId }) => parentPort.on('message', ({ id, texts }) => {
      if (texts[0] === 'die') process.exit(1);
      if (texts[0] === 'throw') throw new Error('trapped');
      if (texts[0] !== 'wait') parentPort.postMessage({ id, packed: texts.map((text) => [text, 'thread ' + threadId, '', '', '']) });
    }));`);
  let tokenizer: Tokenizer;
  afterEach(() => tokenizer.close());
  const threadFor = async (text: string): Promise<string | undefined> => (await tokenizer.analyse(text))[0]?.base;

  test.each(['die', 'throw'])('rejects what was in flight when it ends (%s), then works again in a fresh one', async (end) => {
    tokenizer = createTokenizer(echo);
    const before = await threadFor('返品');
    const waiting = [tokenizer.analyse('wait'), tokenizer.analyse(end), tokenizer.analyse('wait')];
    for (const { status, reason } of (await Promise.allSettled(waiting)) as PromiseRejectedResult[]) {
      expect(status).toBe('rejected');
      expect(reason).toBeInstanceOf(TokenizerStopped);
    }
    const after = await threadFor('返品');
    expect(after).toMatch(/^thread \d+$/);
    expect(after).not.toBe(before);
  });

  test('a thread that cannot even start rejects, again and again, without an endless restart', async () => {
    tokenizer = createTokenizer(threadOf("throw new Error('no dictionary')"));
    await expect(tokenizer.analyse('返品')).rejects.toThrow(TokenizerStopped);
    await expect(tokenizer.analyse('返品')).rejects.toThrow(TokenizerStopped);
  });

  test('closing rejects what is in flight; who asks later gets a new thread', async () => {
    tokenizer = createTokenizer(echo);
    const before = await threadFor('返品');
    const waiting = expect(tokenizer.analyse('wait')).rejects.toThrow(TokenizerStopped);
    await tokenizer.close();
    await waiting;
    expect(await threadFor('返品')).not.toBe(before);
  });

  test('closing what was never used is nothing', async () => {
    tokenizer = createTokenizer(echo);
    await expect(tokenizer.close()).resolves.toBeUndefined();
  });
});

function threadOf(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
