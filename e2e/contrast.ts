import type { Page } from '@playwright/test';

/**
 * Text in the messenger that is fainter than WCAG 2.2 allows (1.4.3: 4.5 to 1; 3 to 1 from 24 px, or from 18.66 px in bold), one line each.
 * axe gives up on colors inside our shadow root, so they are painted and read back here. Disabled controls are exempt.
 */
export function faintTextInMessenger(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Color = [number, number, number, number];
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const read = (css: string): Color => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const over = ([r, g, b, a]: Color, [R, G, B]: Color): Color => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
    const behind = (element: Element | null): Color => {
      if (!element) return [255, 255, 255, 1];
      const own = read(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, behind(element.parentElement));
    };
    const light = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = ([r, g, b]: Color) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);

    const root = document.querySelector('madoguchi-messenger')?.shadowRoot;
    const elements = [...(root?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
      (one) =>
        one.checkVisibility() &&
        one.getBoundingClientRect().width > 1 &&
        !one.matches(':disabled, :disabled *, style') &&
        [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    if (elements.length === 0) throw new Error('the messenger shows no text');
    return elements.flatMap((one) => {
      const { color, fontSize, fontWeight } = getComputedStyle(one);
      const ground = behind(one);
      const [darker, lighter] = [luminance(over(read(color), ground)), luminance(ground)].sort((a, b) => a - b) as [number, number];
      const ratio = (lighter + 0.05) / (darker + 0.05);
      const size = Number.parseFloat(fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
      return ratio >= (isLarge ? 3 : 4.5)
        ? []
        : [`${ratio.toFixed(2)} – ${one.className || one.tagName}: ${one.textContent?.trim().slice(0, 40)}`];
    });
  });
}
