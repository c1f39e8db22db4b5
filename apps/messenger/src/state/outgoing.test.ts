import { describe, expect, test } from 'vitest';
import { fakeArea } from '../test/fake-area.ts';
import { openKeep } from './keep.ts';
import { forgetOutgoing, keepOutgoing, keptOutgoing, type Outgoing, pause, verdictOn } from './outgoing.ts';

const item = (externalId: string, at: string): Outgoing => ({
  externalId,
  at,
  text: externalId,
  choice: null,
  attachments: [],
  locale: 'ja',
  state: 'sending',
});

describe('messages on their way out', () => {
  test('are there again after a reload, in the order they were written', () => {
    const area = fakeArea();
    const before = openKeep(area, 'shop');
    keepOutgoing(before, item('b', '2026-11-22T05:00:02.000Z'));
    keepOutgoing(before, item('a', '2026-11-22T05:00:01.000Z'));
    expect(keptOutgoing(openKeep(area, 'shop')).map((one) => one.externalId)).toEqual(['a', 'b']);
  });

  test('two tabs writing at once lose nothing of each other', () => {
    const area = fakeArea();
    const [one, two] = [openKeep(area, 'shop'), openKeep(area, 'shop')];
    keepOutgoing(one, item('a', '1'));
    keepOutgoing(two, item('b', '2'));
    forgetOutgoing(one, 'a');
    expect(keptOutgoing(one).map((each) => each.externalId)).toEqual(['b']);
  });

  test('what somebody else broke is left out', () => {
    const keep = openKeep(fakeArea(), 'shop');
    keep.set('out.x', '{');
    keep.set('out.y', '"text"');
    keep.set('out.z', '{"externalId":"z"}');
    expect(keptOutgoing(keep)).toEqual([]);
  });

  test('only an answer that cannot change is final', () => {
    expect([201, 0, 408, 500, 503, 429, 401, 400, 403, 413].map(verdictOn)).toEqual([
      'sent',
      'again',
      'again',
      'again',
      'again',
      'slow_down',
      'renew',
      'refused',
      'refused',
      'refused',
    ]);
  });

  test('tries come at growing distances, at most 45 seconds apart', () => {
    expect([1, 2, 3].map((tries) => pause(tries, 0))).toEqual([1000, 2000, 4000]);
    expect(pause(1, 0.5)).toBe(1250);
    expect(pause(100, 1)).toBe(45_000);
  });
});
