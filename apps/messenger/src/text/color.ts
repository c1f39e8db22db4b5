/** Red, green and blue, 0–255. */
type Rgb = number[];

const channels = [4, 2, 0];

/** Reads #rrggbb; null for anything else. */
export function parseColor(text: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return null;
  const value = Number.parseInt(text.slice(1), 16);
  return channels.map((digits) => (value >> (digits * 4)) & 255);
}

const weights = [0.2126, 0.7152, 0.0722];

/** Relative luminance, 0–1 (WCAG 2.2, "relative luminance"). */
const luminance = (color: Rgb) =>
  color.reduce((sum, value, index) => {
    const part = value / 255;
    return sum + (weights[index] ?? 0) * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }, 0);

/** Contrast ratio of two colors, 1–21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x / y, y / x);
}

const black = [0, 0, 0];
const white = [255, 255, 255];
/** The least contrast at which text of this size can be read by everybody (WCAG 2.2, 1.4.3). */
const readable = 4.5;
/** Grounds of packages/look/tokens.css on which brand-colored words stand, light and dark: --surface first, then the harder --hover. */
const light = [white, [0xee, 0xf0, 0xf5]];
const dark = [
  [0x18, 0x1c, 0x25],
  [0x25, 0x2b, 0x38],
];
/** How much of the brand color tints --accent-soft in base.css. */
const softShare = 0.15;

/** What the brand color becomes on screen. */
export type BrandColors = { accent: string; onAccent: string; textOnLight: string; textOnDark: string };

/** Text on the brand color and brand-colored text on light and dark ground, each with a contrast of at least 4.5. Null when `text` is no color. */
export function brandColors(text: string): BrandColors | null {
  const accent = parseColor(text);
  return (
    accent && {
      accent: text,
      // White reads calmer on saturated colors, so it is taken whenever it is readable.
      onAccent: css(contrast(accent, white) < readable ? black : white),
      textOnLight: css(towards(accent, black, light)),
      textOnDark: css(towards(accent, white, dark)),
    }
  );
}

function towards(color: Rgb, end: Rgb, [surface = black, hover = black]: Rgb[]): Rgb {
  const grounds = [surface, hover, mix(surface, color, softShare)];
  let mixed = color;
  for (let share = 0; grounds.some((ground) => contrast(mixed, ground) < readable); share += 0.05) mixed = mix(color, end, share);
  return mixed;
}

/** `share` of `b`, the rest of `a`: as color-mix(in srgb) does it. */
export const mix = (a: Rgb, b: Rgb, share: number): Rgb => a.map((part, index) => Math.round(part + ((b[index] ?? 0) - part) * share));

const css = (color: Rgb) => `rgb(${color})`;
