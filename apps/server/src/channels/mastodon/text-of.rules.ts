// Pure: the words of a post.
import { htmlToText } from '../email/parse/html/to-text.ts';

/**
 * Posts are HTML of few kinds (https://docs.joinmastodon.org/spec/activitypub/#sanitization). Mentions and hashtags are links whose address
 * says nothing to a reader; real links have their address as words.
 */
export function textOf(html: string): string {
  const withoutTargets = html.replace(/<a\b[^>]{0,2000}>/gi, '<span>').replace(/<\/a>/gi, '</span>');
  return htmlToText(withoutTargets).text.trim();
}
