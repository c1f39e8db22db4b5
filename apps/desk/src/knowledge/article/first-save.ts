import { type Article, createArticle, updateArticle } from '@madoguchi/contract/knowledge.ts';
import { sameValue } from '../../admin/same-value.ts';
import { call } from '../../app/client.ts';
import type { FirstSave } from './drafts.ts';
import { type Fields, fieldsOf } from './fields.ts';

export const newFirstSave = (): FirstSave => ({ key: crypto.randomUUID(), sent: null });

/** As the server keeps it: an answer has no blank ends there. */
const asKept = (fields: Fields | null): Fields | null => fields && { ...fields, answer: fields.answer.replaceAll('\r\n', '\n').trim() };

type Outcome = { article: Article; isElsewhere: boolean };

/**
 * Saves an article for the first time. It may be there already: an earlier try got through and its answer was lost, then it is saved over;
 * or another tab with the same words was quicker (`isElsewhere`), then nothing is written before somebody has compared the two.
 */
export async function saveFirst(body: Fields, { key, sent }: FirstSave): Promise<Outcome> {
  const article = await call(createArticle, { body: { ...body, key } });
  const there = fieldsOf(article);
  if (sameValue(there, asKept(body))) return { article, isElsewhere: false };
  if (!sameValue(there, asKept(sent))) return { article, isElsewhere: true };
  const params = { id: article.id };
  return { article: await call(updateArticle, { params, body: { ...body, version: article.version } }), isElsewhere: false };
}
