import { describe, expect, test } from 'vitest';
import { busyWith, isWatching } from './watch.ts';

const looking = (id: string, over = {}) => ({ id, name: id, typing: false, supervises: false, ...over });
const presence = (...agents: ReturnType<typeof looking>[]) => ({ conversationId: 'cnv_1', agents, customerTyping: false });

test.each([
  ['writes a reply', presence(looking('suzuki', { typing: true })), ['suzuki'], 'writes'],
  ['has it on screen', presence(looking('suzuki'), looking('nakamura')), ['suzuki'], 'here'],
  ['is on another screen', presence(looking('nakamura')), ['suzuki', 'nakamura'], 'elsewhere'],
  ['is not at the desk', undefined, ['nakamura'], 'offline'],
])('whoever has the conversation %s', (_story, seen, online, expected) => {
  expect(busyWith('suzuki', seen, online)).toBe(expected);
});

describe('a supervisor', () => {
  const nakamura = looking('nakamura', { supervises: true });
  test('who looks at what a colleague has only watches, until they write', () => {
    expect(isWatching(nakamura, 'suzuki')).toBe(true);
    expect(isWatching({ ...nakamura, typing: true }, 'suzuki')).toBe(false);
  });
  test('is a colleague like any other where nobody has it, or they do themselves', () => {
    expect([isWatching(nakamura, null), isWatching(nakamura, 'nakamura')]).toEqual([false, false]);
    expect(isWatching(looking('takahashi'), 'suzuki')).toBe(false);
  });
});
