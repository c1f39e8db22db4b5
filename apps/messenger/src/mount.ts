import { type Chat, makeChat } from './chat/chat.ts';
import type { Context } from './chat/context.ts';
import type { Settings } from './settings.ts';
import { openKeep } from './state/keep.ts';
import { makeStore } from './state/state.ts';
import styles from './styles/messenger.css?inline';
import { draw } from './ui/draw.tsx';
import { makeApi } from './wire/api.ts';
import { wordsIn } from './words.ts';

/** Puts the messenger on the page: one element with a shadow root of its own. */
export function mount(settings: Settings): Chat {
  const { origin, inboxKey, locale, color } = settings;
  const keep = openKeep(storageArea(), inboxKey);
  const store = makeStore();
  const api = makeApi(origin, inboxKey, () => keep.get('token'));
  const t = wordsIn(locale);
  const context: Context = { settings, keep, store, api, t, identity: () => (window.madoguchi?.identity as string) || null, visit: 0 };
  const chat = makeChat(context);
  const host = document.createElement('madoguchi-messenger');
  // Important rules in the element's own style win over important rules of the page: nothing out there can reach it.
  host.style.cssText = 'all:initial!important;position:fixed!important;z-index:2147483000!important';
  const root = host.attachShadow({ mode: 'open' });
  // A sheet made by script is allowed where a page's policy forbids style elements.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  // Shortcuts of the page must not fire while a customer types.
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  stay(host);
  draw(
    root,
    store,
    { set: store.set, chat, t, locale, origin },
    () => color ?? store.get().known?.workspace.color ?? keep.get('color') ?? '',
  );
  return chat;
}

// Reading the property alone throws where storage is blocked.
function storageArea(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Beside the body, not in it: sites exchange, shift and hide their bodies. Whoever cleans up there gets it back. */
function stay(host: HTMLElement) {
  const page = document.documentElement;
  const back = () => host.isConnected || page.append(host);
  new MutationObserver(back).observe(page, { childList: true });
  back();
}
