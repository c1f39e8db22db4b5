import type { BotStep } from '@madoguchi/contract/messages.ts';

/** A sentence of a reply that stands in an article. */
export type ComposedSentence = { text: string; articleId: string };

/** What came of asking the model: its sentences when they hold, none when the extract has to do; and what agents are told about it. */
export type Composed = { sentences: ComposedSentence[]; trace: NonNullable<BotStep['composed']> };
