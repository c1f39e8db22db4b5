import { readStored, writeStored } from '../../app/storage.ts';
import type { Fields } from './fields.ts';

/** What was written and not saved: kept on this machine until it is saved or thrown away. */
export type Draft = {
  fields: Fields;
  /** The saved state from which it started, and its version; null for an article that was never saved. */
  base: { fields: Fields; version: number } | null;
  /** Of an article that was never saved: how its first save is known again. */
  first?: FirstSave;
  /** ISO 8601. */
  at: string;
};

/** `key`: the same in every tab that goes on with these words, so that they make one article. `sent`: what was last sent under it. */
export type FirstSave = { key: string; sent: Fields | null };

/** Agents may share a machine: each sees only the drafts of their own. */
const keyOf = (agentId: string, articleId: string) => `madoguchi.article.${agentId}.${articleId}`;

export function readDraft(agentId: string, articleId: string): Draft | null {
  const text = readStored(keyOf(agentId, articleId));
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as Draft;
    return typeof draft.fields?.question === 'string' && Array.isArray(draft.fields.examples) ? draft : null;
  } catch {
    return null;
  }
}

export const writeDraft = (agentId: string, articleId: string, draft: Draft | null): void =>
  writeStored(keyOf(agentId, articleId), draft && JSON.stringify(draft));

/** Forgets the words of a new article, unless what is kept is another tab's by now. */
export function forgetNew(agentId: string, key: string): void {
  if (readDraft(agentId, 'new')?.first?.key === key) writeDraft(agentId, 'new', null);
}

export const hasDraft = (agentId: string, articleId: string): boolean => readStored(keyOf(agentId, articleId)) !== null;
