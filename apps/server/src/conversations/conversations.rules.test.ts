import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeInbound, previewOf, REOPEN_WITHIN_MS, statusAfterRelease, unseenAnswers } from './conversations.rules.ts';

const now = new Date('2026-11-22T05:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);

describe('where a customer’s message goes', () => {
  test.each([
    ['a first message opens a conversation', null, 'open'],
    ['an open one goes on', { status: 'open', handledBy: 'bot', resolvedAt: null }, 'continue'],
    ['one that waits for the customer goes on', { status: 'waiting', handledBy: 'human', resolvedAt: null }, 'continue'],
    ['one that Suzuki resolved an hour ago is reopened', { status: 'resolved', handledBy: 'human', resolvedAt: ago(3_600_000) }, 'reopen'],
    [
      'one resolved exactly three days ago is reopened',
      { status: 'resolved', handledBy: 'human', resolvedAt: ago(REOPEN_WITHIN_MS) },
      'reopen',
    ],
    ['one resolved longer ago is left alone', { status: 'resolved', handledBy: 'human', resolvedAt: ago(REOPEN_WITHIN_MS + 1) }, 'open'],
    ['what the bot resolved is done', { status: 'resolved', handledBy: 'bot', resolvedAt: ago(1000) }, 'open'],
    ['a closed one stays closed', { status: 'closed', handledBy: 'human', resolvedAt: ago(1000) }, 'open'],
  ] as const)('%s', (_story, latest, expected) => {
    expect(placeInbound(latest, now)).toBe(expected);
  });
});

describe('a double reply', () => {
  const message = (seq: number, authorKind: string, delivery = 'sent', kind = 'message') => ({ seq, authorKind, delivery, kind });
  test.each([
    ['a colleague answered since', [message(5, 'agent')], 4, 1],
    ['a colleague’s reply is still held', [message(5, 'agent', 'held')], 4, 1],
    ['the bot answered since', [message(5, 'bot')], 4, 1],
    ['it had been seen', [message(5, 'agent')], 5, 0],
    ['it was withdrawn', [message(5, 'agent', 'withdrawn')], 4, 0],
    ['only the customer wrote on', [message(5, 'customer')], 4, 0],
    ['only a note was added', [message(5, 'agent', 'sent', 'note')], 4, 0],
  ])('%s', (_story, messages, seenSeq, stopping) => {
    expect(unseenAnswers(messages, seenSeq)).toHaveLength(stopping);
  });
});

describe('when a held reply goes out', () => {
  const heldSince = new Date('2026-11-20T03:00:00Z');
  const before = new Date('2026-11-20T02:00:00Z');
  const after = new Date('2026-11-20T03:00:05Z');
  const open = { status: 'open', resolvedAt: null, customerWroteSince: false } as const;
  test.each([
    ['it is the customer’s turn', open, 'waiting', 'waiting'],
    ['or the matter is done', open, 'resolved', 'resolved'],
    ['but what the customer wrote meanwhile still waits for us', { ...open, customerWroteSince: true }, 'waiting', null],
    ['but what an agent resolved meanwhile stays resolved', { ...open, status: 'resolved', resolvedAt: after }, 'waiting', null],
    ['and what an agent closed stays closed', { ...open, status: 'closed', resolvedAt: after }, 'resolved', null],
    ['a word after the matter was done takes it up again', { ...open, status: 'resolved', resolvedAt: before }, 'waiting', 'waiting'],
  ] as const)('%s', (_story, now, thenStatus, expected) => {
    expect(statusAfterRelease(now, { thenStatus, heldSince })).toBe(expected);
  });
});

test('a preview is one well-formed line of at most 120 characters, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const preview = previewOf(text, 0);
      expect([...preview].length).toBeLessThanOrEqual(120);
      expect(preview).not.toMatch(/[\n\t]/);
      expect(preview.isWellFormed()).toBe(true);
    }),
  );
});
