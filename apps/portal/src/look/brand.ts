// Pure: a brand's one colour becomes the accents of both themes, dark or light enough to be read.

type Rgb = readonly [number, number, number];
const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const LIGHT_GROUND: Rgb = [245, 246, 249];
const DARK_SURFACE: Rgb = [29, 34, 45];
const DARK_INK: Rgb = [11, 16, 32];
/** WCAG 2.2, 1.4.3: text of ordinary size. */
const READABLE = 4.5;

export const toRgb = (hex: string): Rgb | null => {
  const match = HEX.exec(hex);
  return match ? [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16), Number.parseInt(match[3]!, 16)] : null;
};
const toHex = (rgb: Rgb) => `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** Relative luminance, 0 to 1 (WCAG 2.2). */
const luminance = (rgb: Rgb): number => {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export const contrast = (a: Rgb, b: Rgb): number => {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
};

/** The colour, moved toward `pole` only as far as it must to be readable on every ground. */
function readableOn(color: Rgb, pole: Rgb, ...grounds: Rgb[]): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const moved = mix(color, pole, share);
    if (grounds.every((ground) => contrast(moved, ground) >= READABLE + 0.1)) return moved;
  }
  return pole;
}

export type Accents = { accent: string; onAccent: string; accentSoft: string; accentText: string };

/** The accents of both themes for a colour `#rrggbb`; null when it is not one. */
export function accentsOf(color: string): { light: Accents; dark: Accents } | null {
  const brand = toRgb(color);
  if (!brand) return null;
  const lightSoft = mix(brand, WHITE, 0.91);
  const darkSoft = mix(brand, DARK_SURFACE, 0.78);
  return {
    light: {
      accent: toHex(readableOn(brand, BLACK, WHITE)),
      onAccent: '#ffffff',
      accentSoft: toHex(lightSoft),
      accentText: toHex(readableOn(brand, BLACK, LIGHT_GROUND, lightSoft)),
    },
    dark: {
      accent: toHex(readableOn(brand, WHITE, DARK_INK)),
      onAccent: toHex(DARK_INK),
      accentSoft: toHex(darkSoft),
      accentText: toHex(readableOn(brand, WHITE, DARK_SURFACE, darkSoft)),
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
