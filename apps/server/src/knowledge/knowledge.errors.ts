import { refusal } from '../platform/http/refusal.ts';

/** Carries `article`: what is stored now. */
export const articleChangedMeanwhile = refusal('article.changed_meanwhile', 409);
/** Carries `word`: the one that stands in another group already. */
export const synonymWordTaken = refusal('synonym.word_taken', 409);
export const synonymTooMany = refusal('synonym.too_many', 409);
export const synonymTooFew = refusal('synonym.too_few', 422);
export const articleQuestionMissing = refusal('article.question_missing', 422);
/** A draft may lack its answer, a published article may not. */
export const articleAnswerMissing = refusal('article.answer_missing', 422);
