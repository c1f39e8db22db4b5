import { safeHref } from '../safe-href.ts';

/** What an editor typed as the place of a link, as it is kept: a domain gets https, an e-mail address mailto. Null for anything unsafe. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text)) return `mailto:${text}`;
  if (/^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i.test(text)) return `https://${text}`;
  if (!/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)\S+$/i.test(text)) return null;
  return safeHref(text, 'https://same.invalid') ? text : null;
}
