import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeArea } from '../test/fake-area.ts';
import { answer, fakeContext } from '../test/fake-context.ts';
import { makeSending } from './sending.ts';
import { makeSession } from './session.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function begin(area = fakeArea(), token: string | null = 'token-1') {
  const context = fakeContext(area);
  if (token) context.keep.set('token', token);
  const sending = makeSending(context, makeSession(context));
  const say = (text: string) => sending.add({ text, choice: null, attachments: [] });
  const states = () => context.store.get().outgoing.map((item) => `${item.text}:${item.state}`);
  const sent = () => context.api.send.mock.calls.map(([body]) => body.text);
  return { context, area, sending, say, states, sent, settle: () => vi.advanceTimersByTimeAsync(0) };
}

describe('what the customer writes', () => {
  test('shows at once and goes out one after the other, in order', async () => {
    const { say, states, sent, settle, context } = begin();
    say('一つ目');
    say('二つ目');
    expect(states()).toEqual(['一つ目:sending', '二つ目:sending']);
    expect(sent()).toEqual(['一つ目']);
    await settle();
    expect(sent()).toEqual(['一つ目', '二つ目']);
    expect(states()).toEqual([]);
    expect(context.store.get().said.map((one) => one.text)).toEqual(['一つ目', '二つ目']);
  });

  test('waits while no answer comes and is sent again with the same id', async () => {
    const { context, say, states, settle } = begin();
    context.api.send.mockResolvedValueOnce(answer(0)).mockResolvedValueOnce(answer(503));
    say('届きますか');
    await settle();
    expect(states()).toEqual(['届きますか:late']);
    expect(context.store.get().link).toBe('lost');
    await vi.advanceTimersByTimeAsync(1000);
    expect(states()).toEqual(['届きますか:late']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(states()).toEqual([]);
    const ids = context.api.send.mock.calls.map(([body]) => body.externalId);
    expect(new Set(ids).size).toBe(1);
    expect(ids.length).toBe(3);
  });

  test('survives a reload', async () => {
    const first = begin();
    first.context.api.send.mockResolvedValue(answer(0));
    first.say('一つ目');
    first.say('二つ目');
    await first.settle();
    const second = begin(first.area);
    await second.sending.drain();
    expect(second.sent()).toEqual(['一つ目', '二つ目']);
    expect(begin(first.area).states()).toEqual([]);
  });

  test('is taken over by a new visitor when the token is no longer good', async () => {
    const { context, say, sent, states, settle } = begin(fakeArea(), 'forged');
    context.api.send.mockResolvedValueOnce(answer(401, null, 'visitor.token_invalid'));
    say('返品したい');
    await settle();
    expect(context.keep.get('token')).toBe('token-1');
    expect(sent()).toEqual(['返品したい', '返品したい']);
    expect(states()).toEqual([]);
  });

  test('waits as long as the server asks, whatever else happens', async () => {
    const { context, sending, say, sent, settle } = begin();
    context.api.send.mockResolvedValueOnce(answer(429, null, 'visitor.too_many', 30));
    say('急ぎです');
    await settle();
    expect(context.store.get().slowedDown).toBe(true);
    await vi.advanceTimersByTimeAsync(29_000);
    await sending.drain();
    expect(sent()).toEqual(['急ぎです']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent()).toEqual(['急ぎです', '急ぎです']);
    expect(context.store.get().slowedDown).toBe(false);
  });

  test('when refused it stays to be sent again or deleted, and holds nothing up', async () => {
    const { context, sending, say, states, settle } = begin();
    context.api.send.mockResolvedValueOnce(answer(400, null, 'request.invalid'));
    say('一つ目');
    say('二つ目');
    await settle();
    expect(states()).toEqual(['一つ目:failed']);
    const id = context.store.get().outgoing[0]?.externalId ?? '';
    sending.retry(id);
    await settle();
    expect(states()).toEqual([]);
    context.api.send.mockResolvedValueOnce(answer(400));
    say('三つ目');
    await settle();
    sending.discard(context.store.get().outgoing[0]?.externalId ?? '');
    expect(states()).toEqual([]);
    expect(context.keep.names('out.')).toEqual([]);
  });

  test('before there is a session, the session comes first', async () => {
    const { context, say, states, settle } = begin(fakeArea(), null);
    context.api.startChat.mockResolvedValueOnce(answer(0));
    say('はじめまして');
    await settle();
    expect(context.api.send).not.toHaveBeenCalled();
    expect(states()).toEqual(['はじめまして:late']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(context.api.startChat).toHaveBeenCalledTimes(2);
    expect(states()).toEqual([]);
  });

  test('carries no half characters and no NUL', async () => {
    const { say, sent } = begin();
    say('絵\ud83d文\0字');
    expect(sent()).toEqual(['絵\ufffd文字']);
  });

  test('an answer that comes after signing out is not taken in', async () => {
    const { context, say, settle } = begin();
    say('秘密');
    context.visit += 1;
    await settle();
    expect(context.store.get().said).toEqual([]);
  });
});
