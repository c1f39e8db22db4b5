import { Marked } from 'marked';
import { callout } from '../../../../../../portal/src/markdown/callout.ts';
import { japaneseEm } from '../../../../../../portal/src/markdown/japanese-em.ts';
import { japaneseStrong } from '../../../../../../portal/src/markdown/japanese-strong.ts';

/** Reads Markdown as the help center does. */
export const reader = new Marked(
  { gfm: true, breaks: true, async: false },
  { extensions: [japaneseStrong, japaneseEm, callout(() => '')] },
);

/** What a text means, whichever way it was written: its rendering without what readers cannot see. For comparing, never for showing. */
export const meaningOf = (markdown: string): string =>
  reader
    .parse(markdown, { async: false })
    .replace(/<(\/?)h1>/g, '<$1h2>')
    .replace(/<(\/?)h[56]>/g, '<$1h4>')
    // A list with blank lines between its items and one without read the same.
    .replace(/<li>\s*<p>/g, '<li>')
    .replace(/<\/p>\s*(?=<\/li>|<[uo]l[ >])/g, '')
    .replace(/<tbody>\s*<\/tbody>/g, '')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?(?:p|br|h\d|ul|ol|li|blockquote|table|thead|tbody|tr|t[hd]|pre|hr)\b[^>]*>) ?/g, '$1')
    .trim();
