import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer, fakeContext } from '../test/fake-context.ts';
import { conversation, said } from '../test/said.ts';
import { makeReading } from './reading.ts';

afterEach(() => vi.unstubAllGlobals());

function begin() {
  const context = fakeContext();
  context.store.set({
    open: true,
    view: 'conversation',
    session: 'ready',
    conversation: conversation(),
    said: [said('customer', 1), said('agent', 2)],
  });
  return { context, look: makeReading(context) };
}

describe('what the customer has read', () => {
  test('is noted here and told to the server once', async () => {
    const { context, look } = begin();
    await look();
    await look();
    expect(context.api.markSeen.mock.calls).toEqual([[2]]);
    expect(context.keep.get('seen')).toBe('1:2');
  });

  test.each([{ open: false }, { view: 'home' as const }])('nothing is read with %o', async (change) => {
    const { context, look } = begin();
    context.store.set(change);
    await look();
    expect(context.api.markSeen).not.toHaveBeenCalled();
    expect(context.keep.get('seen')).toBeNull();
  });

  test('nothing is read in a tab that is not in front', async () => {
    const { context, look } = begin();
    vi.stubGlobal('document', { hidden: true });
    await look();
    expect(context.keep.get('seen')).toBeNull();
  });

  test('without an answer it is told again, but only when the connection is back', async () => {
    const { context, look } = begin();
    context.api.markSeen.mockResolvedValueOnce(answer(0));
    await look();
    await look();
    expect(context.api.markSeen).toHaveBeenCalledTimes(1);
    context.store.set({ link: 'up' });
    await look();
    expect(context.api.markSeen).toHaveBeenCalledTimes(2);
  });

  test('a refusal is not asked again and again', async () => {
    const { context, look } = begin();
    context.api.markSeen.mockResolvedValue(answer(403));
    await look();
    await look();
    expect(context.api.markSeen).toHaveBeenCalledTimes(1);
  });
});
