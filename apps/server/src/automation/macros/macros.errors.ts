import { refusal } from '../../platform/http/refusal.ts';

/** Members `changed`, what is not as it was seen, and `conversation` as it is now. Nothing was done. */
export const changedMeanwhile = refusal('conversation.changed_meanwhile', 409);
/** Member `asks`: blanks of its texts that nobody filled in. */
export const answersMissing = refusal('macro.answers_missing', 409);
