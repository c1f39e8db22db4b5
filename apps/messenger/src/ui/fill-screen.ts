import { isPhone } from './screen.ts';
import { isAtEnd } from './settle.ts';

/**
 * On phones: the panel follows the part of the screen that the keyboard leaves free, and the page behind does not scroll.
 * Returns how to give back what was done to the page.
 */
export function fillScreen({ style }: HTMLElement, root: ShadowRoot): () => void {
  const view = visualViewport;
  const page = document.documentElement.style;
  const { overflow } = page;
  const stop = new AbortController();
  function fit() {
    const list = root.querySelector('.list');
    const wasAtEnd = isAtEnd(list);
    // While the page is pinched larger, the visible part is no measure of the screen.
    if (!view || view.scale > 1.05) return;
    style.setProperty('--height', `${view.height}px`);
    style.setProperty('--top', `${view.offsetTop}px`);
    if (wasAtEnd) list?.scrollTo(0, list.scrollHeight);
  }
  if (isPhone()) {
    page.overflow = 'hidden';
    for (const name of ['resize', 'scroll']) view?.addEventListener(name, fit, stop);
    fit();
  }
  return () => {
    stop.abort();
    page.overflow = overflow;
  };
}
