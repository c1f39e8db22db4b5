import { describe, expect, test } from 'vitest';
import { conversation } from '../test/said.ts';
import { wordsIn } from '../words.ts';
import { answering, queueText } from './answering.ts';
import type { State } from './state.ts';

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const now = new Date(2026, 10, 22, 20, 0);
const known = (hours: { open: boolean; opensAt: string | null }): State['known'] => ({
  workspace: { name: 'みどり商店', color: '#3b5bdb', greeting: '', replyMinutes: 5 },
  hours: { ...hours, timezone: here },
  customer: { name: '', hasEmail: false, identified: false },
  limits: { messageCharacters: 20_000, attachmentBytes: 1, attachmentTypes: [] },
  helpUrl: '/help',
});
const open = known({ open: true, opensAt: null });
const closed = known({ open: false, opensAt: new Date(2026, 10, 23, 9, 0).toISOString() });
const tell = (state: Pick<State, 'known' | 'conversation'>, at = now) => answering(state, 'ja', at, wordsIn('ja'));

describe('who answers and how soon', () => {
  test('in business hours the usual reply time is told', () => {
    expect(tell({ known: open, conversation: null })).toEqual({ who: '', when: '通常5分以内に返信します', away: false });
  });

  test('outside them, when people answer again', () => {
    expect(tell({ known: closed, conversation: null })).toEqual({
      who: '',
      when: '受付時間外です。担当者は明日 9:00からお答えします',
      away: true,
    });
  });

  test('a page left open over night knows that it is day again', () => {
    expect(tell({ known: closed, conversation: null }, new Date(2026, 10, 23, 9, 1)).away).toBe(false);
  });

  test('closed without a known end promises no time', () => {
    expect(tell({ known: known({ open: false, opensAt: null }), conversation: null }).when).toContain('お預かりします');
  });

  test('once handed over, the coming of a person, then the name', () => {
    expect(tell({ known: open, conversation: conversation({ handledBy: 'human' }) }).who).toBe('担当者におつなぎしています');
    expect(tell({ known: open, conversation: conversation({ handledBy: 'human', agentName: '鈴木' }) }).who).toBe('鈴木が対応しています');
    expect(tell({ known: closed, conversation: conversation({ handledBy: 'human' }) }).who).toBe('');
  });

  test('a resolved conversation names nobody', () => {
    expect(tell({ known: open, conversation: conversation({ handledBy: 'human', agentName: '鈴木', status: 'resolved' }) }).who).toBe('');
  });
});

describe('while nobody has come', () => {
  const waits = (queue: NonNullable<State['conversation']>['queue']) => conversation({ handledBy: 'human', queue });
  test.each([
    ['ja', { from: 5, to: 5 }, '順番: 3番目・約5分'],
    ['ja', { from: 10, to: 15 }, '順番: 3番目・10～15分'],
    ['ja', { from: 30, to: null }, '順番: 3番目・30分以上'],
    ['ja', null, '順番: 3番目'],
    ['en', { from: 5, to: 5 }, 'You’re number 3 in line · ~5 minutes'],
    ['en', { from: 10, to: 15 }, 'You’re number 3 in line · 10–15 minutes'],
    ['en', { from: 30, to: null }, 'You’re number 3 in line · 30 minutes or more'],
    ['en', null, 'You’re number 3 in line'],
  ] as const)('%s, %j: %s', (locale, waitMinutes, text) => {
    expect(queueText({ conversation: waits({ place: 3, waitMinutes }) }, locale, wordsIn(locale))).toBe(text);
  });

  test('nothing is said to who does not wait, and what usually is not beside what the queue says', () => {
    expect(queueText({ conversation: waits(null) }, 'ja', wordsIn('ja'))).toBe('');
    expect(tell({ known: open, conversation: waits({ place: 1, waitMinutes: { from: 10, to: 10 } }) })).toMatchObject({
      who: '担当者におつなぎしています',
      when: '',
    });
  });
});
