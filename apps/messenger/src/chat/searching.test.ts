import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answer, fakeContext } from '../test/fake-context.ts';
import { makeSearching } from './searching.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const returns = { title: '返品', url: '/help/1', excerpt: '' };

describe('searching the help center', () => {
  test('asks when the fingers rest, not at every key', async () => {
    const context = fakeContext();
    const search = makeSearching(context);
    for (const query of ['へ', 'へん', '返品 ']) search(query);
    await vi.advanceTimersByTimeAsync(250);
    expect(context.api.articles.mock.calls).toEqual([['返品', 'ja']]);
    expect(context.store.get().found).toEqual({ q: '返品', articles: [] });
  });

  test('a slow answer to an earlier question does not replace the newer one', async () => {
    const context = fakeContext();
    const search = makeSearching(context);
    let arrive = (_: ReturnType<typeof answer<{ articles: (typeof returns)[] }>>) => {};
    context.api.articles.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
    search('返品');
    await vi.advanceTimersByTimeAsync(250);
    search('配送');
    await vi.advanceTimersByTimeAsync(250);
    arrive(answer(200, { articles: [returns] }));
    await vi.advanceTimersByTimeAsync(0);
    expect(context.store.get().found).toEqual({ q: '配送', articles: [] });
  });

  test('a failure is told apart from finding nothing', async () => {
    const context = fakeContext();
    context.api.articles.mockResolvedValueOnce(answer(0));
    makeSearching(context)('返品');
    await vi.advanceTimersByTimeAsync(250);
    expect(context.store.get().found).toEqual({ q: '返品', articles: undefined });
  });
});
