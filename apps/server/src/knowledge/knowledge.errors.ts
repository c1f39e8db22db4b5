import { refusal } from '../platform/http/refusal.ts';

/** Carries `article`: what is stored now. */
export const articleChangedMeanwhile = refusal('article.changed_meanwhile', 409);
/** Carries `word`: the one that stands in another group already. */
export const synonymWordTaken = refusal('synonym.word_taken', 409);
export const synonymTooMany = refusal('synonym.too_many', 409);
export const synonymTooFew = refusal('synonym.too_few', 422);
export const articleQuestionMissing = refusal('article.question_missing', 422);
/** Carries `article`: the one that has the address (id, question, status, locale). */
export const slugTaken = refusal('slug.taken', 409);
export const slugEmpty = refusal('slug.empty', 422);
/** It is nobody's translation. */
export const articleIsOriginal = refusal('article.is_original', 409);
/** Carries `why`: repeated · parent_unknown · too_deep. */
export const categoryTreeRefused = refusal('category.tree_refused', 422);
/** Only a draft waits for a review or for its day. */
export const articleNotDraft = refusal('article.not_draft', 409);
/** What is archived neither comes nor goes by itself. */
export const articleIsArchived = refusal('article.is_archived', 409);
/** A time that has passed. */
export const scheduleInPast = refusal('schedule.in_past', 422);
/** Archived before it is published. */
export const scheduleEndsFirst = refusal('schedule.ends_first', 422);
export const ownerUnknown = refusal('article.owner_unknown', 422);
/** Nobody said how often it is to be checked. */
export const checkNotPlanned = refusal('article.check_not_planned', 409);
/** A draft may lack its answer, a published article may not. */
export const articleAnswerMissing = refusal('article.answer_missing', 422);
export const articleBrandUnknown = refusal('article.brand_unknown', 422);
