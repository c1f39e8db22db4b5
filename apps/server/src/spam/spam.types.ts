import type { Block } from '@madoguchi/contract/messages.ts';

/** What the filter looks at: a message as it is kept. `mail` is null for what did not come as mail. */
export type Suspect = { subject: string; text: string; mail: Extract<Block, { type: 'mail' }> | null };

/** What somebody said it is. */
export type Class = 'spam' | 'ham';

/** What the filter was taught: how many of either class, and in how many of them each token is. */
export type Counts = Record<Class, number>;
export type Corpus = { lessons: Counts; tokens: Map<string, Counts> };
