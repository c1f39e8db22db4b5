import { expect, test } from 'vitest';
import { blockValue, entriesFor, isEverybodys } from './block.rules.ts';

test.each([
  ['email', ' Foo@Spam.Example ', 'foo@spam.example'],
  ['email', 'Spammer <foo@spam.example>', 'foo@spam.example'],
  ['email', 'mailto:foo@spam.example', 'foo@spam.example'],
  ['email', 'foo@', null],
  ['email', 'spam.example', null],
  ['domain', '@spam.example', 'spam.example'],
  ['domain', 'https://Spam.Example/path?x', 'spam.example'],
  ['domain', '*.spam.example', 'spam.example'],
  ['domain', 'スパム.jp', 'スパム.jp'],
  ['domain', 'example', null],
  ['domain', '10.0.0.1', null],
  ['domain', 'a b.example', null],
  ['line', 'U1234', 'U1234'],
  ['line', 'U12 34', null],
  ['phone', '', null],
] as const)('%s %j is kept as %j', (kind, given, kept) => {
  expect(blockValue(kind, given)).toBe(kept);
});

test('a domain at which everybody is cannot be blocked', () => {
  expect(['gmail.com', 'docomo.ne.jp', 'co.jp', 'ne.jp'].map(isEverybodys)).toEqual([true, true, true, true]);
  expect(['spam.example', 'shop.co.jp'].map(isEverybodys)).toEqual([false, false]);
});

test('an address is under its own entry and under every domain above it', () => {
  expect(entriesFor({ kind: 'email', value: 'A@mail.spam.example' })).toEqual([
    { kind: 'email', value: 'a@mail.spam.example' },
    { kind: 'domain', value: 'mail.spam.example' },
    { kind: 'domain', value: 'spam.example' },
  ]);
  expect(entriesFor({ kind: 'line', value: 'U1' })).toEqual([{ kind: 'line', value: 'U1' }]);
});
