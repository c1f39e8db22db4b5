import type { ArticleHit } from '@madoguchi/contract/knowledge.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

export type Tried = { decision: 'answer' | 'clarify' | 'handoff'; hits: readonly ArticleHit[] };

/** What a try says about the article on screen: whether it would answer, be offered among others, or not come up. */
export function botVerdict({ decision, hits }: Tried, articleId: string | null, published: boolean): AdminKey {
  const place = hits.findIndex((hit) => hit.articleId === articleId);
  if (articleId !== null && !published) return decision === 'answer' ? 'try.other_answers_draft' : 'try.draft';
  if (decision === 'handoff') return 'try.handoff';
  if (decision === 'answer') return place === 0 ? 'try.this_answers' : 'try.other_answers';
  return place === -1 ? 'try.clarify_without' : 'try.clarify_with';
}

/** Whether teaching the article these words would help: it ought to answer, and does not yet. */
export const worthTeaching = (verdict: AdminKey): boolean =>
  verdict !== 'try.this_answers' && verdict !== 'try.other_answers_draft' && verdict !== 'try.draft';
