import { expect, test } from 'vitest';
import { mori } from '../../../../fixtures/agents.ts';
import { miller } from '../../../../fixtures/customers.ts';
import { fileSize } from './file-size.ts';
import { initialsOf } from './initials.ts';

test('a Japanese name is known by its first character, a Latin one by its initials', () => {
  expect([mori.name, miller.name, '𠮷田 茂', ' emily ', ''].map(initialsOf)).toEqual(['森', 'AM', '𠮷', 'E', '?']);
});

test('a file is told in the unit people think in', () => {
  expect([512, 183_220, 10 * 1024 * 1024].map(fileSize)).toEqual(['512 B', '179 KB', '10.0 MB']);
});
