import { boundHtml } from './html/bound.ts';
import { sanitizeMailHtml } from './html/sanitize.ts';
import { htmlToText } from './html/to-text.ts';
import { MAX_TEXT_CHARS } from './limits.ts';
import type { MailBody, MailProblem } from './mail.types.ts';
import { visibleReply } from './reply/visible-reply.rules.ts';

export type Body = MailBody & { problems: MailProblem[] };

/** A body of plain text: what was written and what was quoted. Never throws. */
export function parsePlainBody(text: string): Body {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const cut = clean.slice(0, MAX_TEXT_CHARS);
  const { visible, quoted } = visibleReply(cut);
  return { text: cut, visibleReply: visible, quoted, html: null, problems: cut.length < clean.length ? ['text-cut'] : [] };
}

/** A body of HTML: cleaned for the screen, and as text. Quotations are found by what mailers mark and by the text. Never throws. */
export function parseHtmlBody(html: string): Body {
  const bounded = boundHtml(html);
  const { text, quoteAt, isCut } = htmlToText(bounded.html);
  const { visible, quoted } = visibleReply(text, quoteAt);
  const problems: MailProblem[] = isCut || bounded.isCut ? ['html-cut'] : [];
  try {
    return { text, visibleReply: visible, quoted, html: sanitizeMailHtml(bounded.html), problems };
  } catch {
    return { text, visibleReply: visible, quoted, html: null, problems: [...problems, 'html-unreadable'] };
  }
}
