// Pure: what the filter looks at.
import type { Block } from '@madoguchi/contract/messages.ts';
import type { Suspect } from './spam.types.ts';

/** Channels on which anybody can write to anybody: in a chat or a messenger people say too little to be judged by their words. */
const JUDGED: ReadonlySet<string> = new Set(['email', 'form', 'api']);
export const isJudged = (channel: string): boolean => JUDGED.has(channel);

export const mailIn = (blocks: readonly Block[]): Suspect['mail'] => blocks.find((block) => block.type === 'mail') ?? null;
