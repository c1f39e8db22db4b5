import { describe, expect, test } from 'vitest';
import { brandColors, contrast, mix, parseColor } from './color.ts';

const color = (text: string) => parseColor(text) ?? text.match(/\d+/g)?.map(Number) ?? [];

describe('the brand color', () => {
  test('black on white is 21, the same color 1', () => {
    expect(contrast(color('#000000'), color('#ffffff'))).toBeCloseTo(21);
    expect(contrast(color('#3b5bdb'), color('#3b5bdb'))).toBe(1);
  });

  test.each(['red', '#123', '#1234567', 'url(x)', ''])('%s is not a color', (text) => {
    expect(brandColors(text)).toBeNull();
  });

  test('indigo carries white, yellow carries black', () => {
    expect(brandColors('#3b5bdb')?.onAccent).toBe('rgb(255,255,255)');
    expect(brandColors('#ffd43b')?.onAccent).toBe('rgb(0,0,0)');
  });

  test('a color that is readable as text stays as it is', () => {
    expect(brandColors('#3b5bdb')?.textOnLight).toBe('rgb(59,91,219)');
  });

  test('whatever color a company chooses, every text made from it can be read', () => {
    const steps = [0, 51, 102, 119, 153, 204, 255];
    for (const r of steps)
      for (const g of steps)
        for (const b of steps) {
          const text = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
          const brand = brandColors(text);
          expect(brand).not.toBeNull();
          expect(contrast(color(text), color(brand?.onAccent ?? ''))).toBeGreaterThanOrEqual(4.5);
          const on = (ground: string, words = '') => {
            const soft = mix(color(ground), color(text), 0.15);
            return Math.min(contrast(color(words), color(ground)), contrast(color(words), soft));
          };
          for (const light of ['#ffffff', '#f5f6f9', '#eef0f5'])
            expect(contrast(color(brand?.textOnLight ?? ''), color(light))).toBeGreaterThanOrEqual(4.5);
          for (const dark of ['#181c25', '#11141b', '#252b38'])
            expect(contrast(color(brand?.textOnDark ?? ''), color(dark))).toBeGreaterThanOrEqual(4.5);
          expect(on('#ffffff', brand?.textOnLight)).toBeGreaterThanOrEqual(4.5);
          expect(on('#181c25', brand?.textOnDark)).toBeGreaterThanOrEqual(4.5);
        }
  });
});
