import { afterEach, describe, expect, test, vi } from 'vitest';
import { keepOutgoing, type Outgoing } from '../state/outgoing.ts';
import { answer, chatSession, fakeContext } from '../test/fake-context.ts';
import { conversation, said } from '../test/said.ts';
import { makeSession } from './session.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const jwt = (sub: string) => `e30.${btoa(JSON.stringify({ sub }))}.x`;
const waiting: Outgoing = {
  externalId: 'one-1111',
  text: 'x',
  choice: null,
  attachments: [],
  locale: 'ja',
  at: '2026-11-22T05:00:00.000Z',
  state: 'late',
};

describe('a visitor’s session', () => {
  test('brings the company, the conversation and a token to keep', async () => {
    const context = fakeContext();
    context.api.startChat.mockResolvedValueOnce(answer(200, chatSession({ conversation: conversation(), messages: [said('bot', 1)] })));
    expect(await makeSession(context).start()).toBe(true);
    expect(context.keep.get('token')).toBe('token-1');
    expect(context.store.get()).toMatchObject({
      session: 'ready',
      known: { workspace: { name: 'みどり商店' } },
      said: [{ id: 'msg_1', conversation: 1 }],
    });
  });

  test('is asked for once, however many parts need it', async () => {
    const context = fakeContext();
    const session = makeSession(context);
    await Promise.all([session.start(), session.start()]);
    expect(context.api.startChat).toHaveBeenCalledTimes(1);
  });

  test('a forged token is dropped and a new visitor begins; what waits to be sent stays', async () => {
    const context = fakeContext();
    context.keep.set('token', 'forged');
    context.store.set({ said: [said('agent', 1)], outgoing: [waiting] });
    context.api.startChat.mockResolvedValueOnce(answer(401, null, 'visitor.token_invalid'));
    expect(await makeSession(context).start()).toBe(true);
    expect(context.api.startChat.mock.calls.map(([body]) => body.token)).toEqual(['forged', null]);
    expect(context.store.get().said).toEqual([]);
    expect(context.store.get().outgoing).toEqual([waiting]);
  });

  test('an identity that is not accepted does not keep the customer from writing', async () => {
    const context = fakeContext();
    vi.spyOn(console, 'error').mockReturnValue();
    context.identity.mockReturnValue('broken');
    context.api.startChat.mockResolvedValueOnce(answer(401, null, 'visitor.identity_invalid'));
    expect(await makeSession(context).start()).toBe(true);
    expect(context.api.startChat.mock.calls.map(([body]) => body.identity)).toEqual(['broken', null]);
  });

  test('when another customer signs in, nothing of the one before is seen or sent', async () => {
    const context = fakeContext();
    context.identity.mockReturnValue(jwt('hanako'));
    const session = makeSession(context);
    await session.start();
    keepOutgoing(context.keep, waiting);
    context.store.set({ said: [said('agent', 1)], outgoing: [waiting], draft: '秘密' });
    context.identity.mockReturnValue(jwt('taro'));
    await session.start();
    expect(context.api.startChat.mock.lastCall?.[0].token).toBeNull();
    expect(context.store.get()).toMatchObject({ said: [], outgoing: [], draft: '' });
    expect(context.keep.names('out.')).toEqual([]);
  });

  test('signing in as the same customer, or signing in at all, keeps the conversation', async () => {
    const context = fakeContext();
    const session = makeSession(context);
    await session.start();
    context.store.set({ said: [said('agent', 1)] });
    context.identity.mockReturnValue(jwt('hanako'));
    await session.start();
    await session.start();
    expect(context.store.get().said.length).toBe(1);
  });

  test('tells a server that cannot be reached from one that refuses', async () => {
    const context = fakeContext();
    vi.spyOn(console, 'error').mockReturnValue();
    const session = makeSession(context);
    for (const [status, standing] of [
      [0, 'unreachable'],
      [503, 'unreachable'],
      [429, 'unreachable'],
      [403, 'refused'],
      [404, 'refused'],
    ] as const) {
      context.api.startChat.mockResolvedValueOnce(answer(status));
      expect(await session.start()).toBe(false);
      expect(context.store.get().session).toBe(standing);
    }
  });

  test('an answer that comes after signing out is not taken in', async () => {
    const context = fakeContext();
    const session = makeSession(context);
    const started = session.start();
    session.reset();
    expect(await started).toBe(false);
    expect(context.keep.get('token')).toBeNull();
  });

  test('is fresh until the page says the customer is somebody else', async () => {
    const context = fakeContext();
    const session = makeSession(context);
    expect(session.isFresh()).toBe(false);
    await session.start();
    expect(session.isFresh()).toBe(true);
    context.identity.mockReturnValue(jwt('hanako'));
    expect(session.isFresh()).toBe(false);
  });
});
