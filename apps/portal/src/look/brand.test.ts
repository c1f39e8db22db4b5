import { expect, test } from 'vitest';
import { accentsOf, brandCss, brandIcon } from './brand.ts';
import { contrast, toRgb } from './color.ts';

const ratio = (a: string, b: string) => contrast(toRgb(a)!, toRgb(b)!);

test('contrast is that of WCAG', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(ratio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(['#2f6b4f', '#3b5bdb', '#ffee00', '#ffffff', '#000000', '#ff0000', '#7f7f7f', '#00ffcc', '#1a0033'])(
  'whatever the brand (%s), its words and buttons can be read in both themes',
  (color) => {
    const { light, dark } = accentsOf(color)!;
    for (const [words, ground] of [
      [light.onAccent, light.accent],
      [light.accentText, '#ffffff'],
      [light.accentText, '#f8f9fb'],
      [light.accentText, light.accentSoft],
      ['#525c6f', light.accentSoft],
      [dark.onAccent, dark.accent],
      [dark.accentText, '#181c25'],
      [dark.accentText, '#1d222d'],
      [dark.accentText, dark.accentSoft],
      ['#b2bbca', dark.accentSoft],
    ] as const)
      expect(ratio(words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  },
);

test('a colour that can be read is left as it is', () => {
  expect(accentsOf('#2f6b4f')!.light.accent).toBe('#2f6b4f');
});

test('what is no colour changes nothing, least of all the style sheet', () => {
  expect(brandCss('red;}body{display:none')).toBe('');
  expect(brandIcon('</svg><script>', 'red')).toMatch(/^data:image\/svg\+xml,[^<>"]*$/);
});
