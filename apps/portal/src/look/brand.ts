// Pure: a brand's one colour becomes the accents of both themes, dark or light enough to be read.
import { contrast, lightnessOf, mix, type Rgb, toHex, toRgb, withLightness } from './color.ts';

const WHITE: Rgb = [255, 255, 255];
/** The grounds that accents stand on (packages/look/tokens.css): --surface-2 of both themes, and the ink on dark accents. */
const LIGHT_GROUND: Rgb = [248, 249, 251];
const DARK_GROUND: Rgb = [29, 34, 45];
const DARK_INK: Rgb = [11, 16, 32];
/** --ink-2 of the dark theme: small print that may stand on the soft accent. */
const DARK_SMALL_PRINT: Rgb = [178, 187, 202];
/** WCAG 2.2, 1.4.3 asks 4.5 of text of ordinary size; a little more, because what is rounded may fall below. */
const READABLE = 4.6;
/** Links in running text on a dark ground want more. */
const COMFORTABLE = 6.5;

/** The colour, made darker (-1) or lighter (1) only as far as it must to be readable on every ground. */
function readableOn(color: Rgb, direction: 1 | -1, ratio: number, ...grounds: Rgb[]): Rgb {
  for (let lightness = lightnessOf(color); lightness > 0 && lightness < 1; lightness += direction * 0.01) {
    const moved = withLightness(color, lightness);
    if (grounds.every((ground) => contrast(moved, ground) >= ratio)) return moved;
  }
  return direction === 1 ? WHITE : [0, 0, 0];
}

/** A breath of the colour on the dark ground; of a glaring one less, so that small print can be read on it. */
function softInTheDark(color: Rgb): Rgb {
  let share = 0.25;
  while (contrast(mix(DARK_GROUND, color, share), DARK_SMALL_PRINT) < READABLE) share -= 0.01;
  return mix(DARK_GROUND, color, share);
}

export type Accents = { accent: string; onAccent: string; accentSoft: string; accentText: string };

/** The accents of both themes for a colour `#rrggbb`; null when it is not one. */
export function accentsOf(color: string): { light: Accents; dark: Accents } | null {
  const brand = toRgb(color);
  if (!brand) return null;
  const lightSoft = mix(brand, WHITE, 0.91);
  const darkSoft = softInTheDark(brand);
  return {
    light: {
      accent: toHex(readableOn(brand, -1, READABLE, WHITE)),
      onAccent: toHex(WHITE),
      accentSoft: toHex(lightSoft),
      accentText: toHex(readableOn(brand, -1, READABLE, LIGHT_GROUND, lightSoft)),
    },
    dark: {
      accent: toHex(readableOn(brand, 1, READABLE, DARK_INK, DARK_GROUND)),
      onAccent: toHex(DARK_INK),
      accentSoft: toHex(darkSoft),
      accentText: toHex(readableOn(brand, 1, COMFORTABLE, DARK_GROUND, darkSoft)),
    },
  };
}

const declarations = ({ accent, onAccent, accentSoft, accentText }: Accents) =>
  `--accent:${accent};--on-accent:${onAccent};--accent-soft:${accentSoft};--accent-text:${accentText}`;

/** The same as CSS to stand after the tokens; '' when the colour is not one. */
export function brandCss(color: string): string {
  const accents = accentsOf(color);
  if (!accents) return '';
  // As weighty as the rules of the tokens, or theirs would win in the dark.
  return `:root{${declarations(accents.light)}}@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${declarations(accents.dark)}}}`;
}

/** The mark of the header as an icon for the browser's tab: an address that holds the picture itself. */
export function brandIcon(name: string, color: string): string {
  const fill = accentsOf(color)?.light.accent ?? '#3b5bdb';
  const letter = ([...name][0] ?? '').replace(/[<&]/g, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${fill}"/><text x="16" y="22" font-family="sans-serif" font-size="17" font-weight="600" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg.toWellFormed())}`;
}
