// Pure: what the bot makes of a sticker. It is a gesture and no question, so nothing is looked for.
import type { Block } from '@madoguchi/contract/messages.ts';
import { isGreeting, saysNo, saysYes } from './bot.phrases.ts';

/**
 * The words to be taken for a message: its own, unless it is a sticker. Of that the word that thanks, greets or says no, among those its
 * platform gives it; null when none does: then there is nothing to answer.
 */
export function wordsOf({ text, blocks }: { text: string; blocks: readonly Block[] }): string | null {
  const sticker = blocks.find((block) => block.type === 'sticker');
  if (!sticker) return text;
  return sticker.keywords.find((word) => saysYes(word) || saysNo(word) || isGreeting(word)) ?? null;
}
