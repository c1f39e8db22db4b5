import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colorSheet, inPlace, readTokens } from './own-tokens.ts';

const { colors, constants } = readTokens(readFileSync(new URL('../../../packages/look/tokens.css', import.meta.url), 'utf8'));

describe('the tokens inside the shadow root', () => {
  test('colors that are used keep their light and dark value, others stay out', () => {
    const [light, dark] = colors.get('--surface') ?? [];
    expect(colorSheet(colors, 'a { color: var(--surface) }')).toBe(
      `.m { color-scheme: light dark; --surface: light-dark(${light}, ${dark}); }`,
    );
    expect(light).not.toBe(dark);
  });

  test('space, type and corners are written in place, colors are not', () => {
    expect(inPlace('a { padding: var(--space-8); color: var(--ink); width: var(--mine) }', constants)).toBe(
      'a { padding: 8px; color: var(--ink); width: var(--mine) }',
    );
  });

  test('a tokens sheet of another shape is noticed instead of silently lost', () => {
    expect(() => readTokens('.root { --accent: red; }')).toThrow('new shape');
  });
});
