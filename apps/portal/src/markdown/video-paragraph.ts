import type { MarkedExtension } from 'marked';
import { videoOf } from './video.ts';

/**
 * A link to a video that has a paragraph to itself becomes a card: `<p class="video">`. It stays a link, so nothing is asked of another
 * site, and it works without JavaScript. `withPlayers` adds what enhance/video.ts needs to play it in the page.
 */
export const videoParagraph: MarkedExtension = {
  renderer: {
    paragraph({ tokens }) {
      const [only, ...others] = tokens;
      if (only?.type !== 'link' || others.length > 0 || !videoOf(only.href)) return false;
      return `<p class="video">${this.parser.parseInline(tokens)}</p>\n`;
    },
  },
};

/** Sanitized HTML with what each card plays: an article cannot bring in an address that `videoOf` did not make. */
export const withPlayers = (html: string): string =>
  html.replace(/<p class="video"><a href="([^"]*)"/g, (_, href: string) => {
    const video = videoOf(href.replaceAll('&amp;', '&'));
    const player =
      video && ` class="video" data-site="${video.site}" data-player="${video.source.replace(/&(?!amp;)/g, '&amp;').replace(/"/g, '%22')}"`;
    return `<p${player ?? ''}><a href="${href}"`;
  });
