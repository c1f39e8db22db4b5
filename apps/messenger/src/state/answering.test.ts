import { describe, expect, test } from 'vitest';
import { conversation } from '../test/said.ts';
import { wordsIn } from '../words.ts';
import { answering } from './answering.ts';
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
