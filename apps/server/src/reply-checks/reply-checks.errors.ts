import { refusal } from '../platform/http/refusal.ts';

/** Another entry says the same word already. */
export const wordTaken = refusal('company_word.taken', 409);
