import { mount } from './mount.ts';
import { type PageWishes, readSettings } from './settings.ts';

declare global {
  interface Window {
    /** Set by the page: `{ identity, locale }`. */
    madoguchi?: PageWishes;
    /** Offered to the page. */
    Madoguchi?: { open(): void; close(): void; logout(): void };
  }
}

const script = document.currentScript;

function begin(tag: HTMLScriptElement) {
  const settings = readSettings({
    src: tag.src,
    data: tag.dataset,
    wishes: window.madoguchi,
    htmlLang: document.documentElement.lang,
    browserLang: navigator.language,
  });
  if (!settings) return console.error('Madoguchi: data-inbox is missing');
  let mounted: ReturnType<typeof mount> | null = null;
  const now = () => {
    mounted ??= mount(settings);
    return mounted;
  };
  window.Madoguchi = { open: () => now().open(), close: () => mounted?.close(), logout: () => now().logout() };
  // The company's page comes first: nothing happens before it is loaded and at rest.
  const whenIdle = () => ('requestIdleCallback' in window ? requestIdleCallback(now, { timeout: 2000 }) : setTimeout(now, 200));
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

// A page that carries the tag twice still gets one messenger.
if (script instanceof HTMLScriptElement && !window.Madoguchi) begin(script);
