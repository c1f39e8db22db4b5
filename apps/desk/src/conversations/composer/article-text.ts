import type { ArticleHit } from '@madoguchi/contract/knowledge.ts';
import { markdownToText } from '../../ui/markdown.ts';

/** What goes into a reply for an article: its answer as plain text, and where it can be read again. */
export function articleText(hit: Pick<ArticleHit, 'answer' | 'url'>, origin: string): string {
  return `${markdownToText(hit.answer)}\n\n${new URL(hit.url, origin).href}`;
}
