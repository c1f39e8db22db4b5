import type { Locale } from '@madoguchi/contract/common.ts';
import { parseColor } from './text/color.ts';

/** What the company's page tells us. */
export type Settings = {
  /** Where the script came from: the server to talk to. */
  origin: string;
  inboxKey: string;
  locale: Locale;
  /** A color of the page's own choice; the workspace's color otherwise. */
  color: string | null;
};

/** `window.madoguchi`, set by the page before (or while) the messenger is there. */
export type PageWishes = { identity?: unknown; locale?: unknown };

type Page = { src: string; data: DOMStringMap; wishes: PageWishes | undefined; htmlLang: string; browserLang: string };

/** Reads the script tag and the page's wishes; null when the tag names no inbox or the script has no address. */
export function readSettings({ src, data, wishes, htmlLang, browserLang }: Page): Settings | null {
  const origin = originOf(src);
  const inboxKey = data.inbox?.trim();
  if (!origin || !inboxKey) return null;
  const asked = [data.locale, wishes?.locale, htmlLang, browserLang].find((tag) => typeof tag === 'string' && tag.trim());
  const color = data.color && parseColor(data.color) ? data.color : null;
  return { origin, inboxKey, locale: /^ja\b/i.test(String(asked).trim()) ? 'ja' : 'en', color };
}

function originOf(src: string): string | null {
  try {
    const { origin, protocol } = new URL(src);
    return protocol === 'http:' || protocol === 'https:' ? origin : null;
  } catch {
    return null;
  }
}
