import { refusal } from '../../platform/http/refusal.ts';

export const questionWithoutWords = refusal('question.without_words', 422);
