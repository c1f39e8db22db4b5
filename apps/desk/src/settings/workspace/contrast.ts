const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);

/** Relative luminance, 0–1, of #rrggbb (WCAG 2.2, "relative luminance"). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colors #rrggbb, 1–21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a / b, b / a);
}

/** The least at which small text can be read by everybody (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/** What the messenger writes on the brand color: white wherever it can be read, black otherwise. */
export const inkOn = (color: string): '#ffffff' | '#000000' => (contrast(color, '#ffffff') >= READABLE ? '#ffffff' : '#000000');

export const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);
