import type { Attachment } from '@madoguchi/contract/common.ts';

/** To the customer, for colleagues, or for whoever has the conversation alone. */
export type Mode = 'reply' | 'note' | 'whisper';
/** An article that was put into a draft, and the address that stands there for it. */
export type PutIn = { articleId: string; url: string };
/** Somebody picked from the menu behind the @. */
export type Picked = { kind: 'agent' | 'team'; id: string; name: string };
export type Draft = { text: string; attachments: Attachment[]; articles: PutIn[]; picked?: Picked[] };

export const emptyDraft: Draft = { text: '', attachments: [], articles: [] };

/** The articles whose address still stands in the text: what was deleted again answers nothing. */
export const articlesIn = ({ text, articles }: Draft): string[] => [
  ...new Set(articles.filter(({ url }) => text.includes(url)).map(({ articleId }) => articleId)),
];

export const isEmptyDraft = (draft: Draft): boolean => draft.text.trim() === '' && draft.attachments.length === 0;

export const draftKey = (conversationId: string, mode: Mode): string => `draft.${conversationId}.${mode}`;

/** A draft as it was stored, or an empty one when nothing (or nothing readable) is there. */
export function readDraft(stored: string | null): Draft {
  if (!stored) return emptyDraft;
  try {
    const value = JSON.parse(stored) as Partial<Draft>;
    return {
      text: typeof value.text === 'string' ? value.text : '',
      attachments: Array.isArray(value.attachments) ? value.attachments : [],
      articles: Array.isArray(value.articles) ? value.articles : [],
      ...(Array.isArray(value.picked) ? { picked: value.picked } : {}),
    };
  } catch {
    return emptyDraft;
  }
}

/** What is stored for a draft: nothing for an empty one, so that storage does not fill up. */
export const writeDraft = (draft: Draft): string | null => (isEmptyDraft(draft) ? null : JSON.stringify(draft));

/** Puts a text that was taken back in front of what has been written since; nothing written since is lost. */
export function putBack(current: Draft, taken: Draft): Draft {
  const text = current.text.trim() === '' ? taken.text : `${taken.text}\n\n${current.text}`;
  const known = new Set(current.attachments.map((file) => file.id));
  const attachments = [...taken.attachments.filter((file) => !known.has(file.id)), ...current.attachments];
  const picked = [...(taken.picked ?? []), ...(current.picked ?? [])];
  return { text, attachments, articles: [...taken.articles, ...current.articles], ...(picked.length > 0 ? { picked } : {}) };
}
