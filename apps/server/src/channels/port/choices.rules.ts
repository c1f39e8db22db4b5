// Pure: the bot's choices on platforms that know buttons, and on those that only know words.
import type { Block, Choice } from '@madoguchi/contract/messages.ts';

export type Pressed = { messageId: string; index: number };

/** What a button carries: short enough for every platform (WhatsApp ends at 256 bytes, Telegram at 64). */
export const encodePressed = ({ messageId, index }: Pressed): string => `mdg:${messageId}:${index}`;

/** The button behind the data a platform hands back; null for anything else. */
export function decodePressed(data: string): Pressed | null {
  const found = /^mdg:(msg_[0-9a-z]{26}):(\d{1,2})$/.exec(data);
  return found ? { messageId: found[1]!, index: Number(found[2]) } : null;
}

/** All choices of a message, in the order they are shown. */
export const choicesOf = (blocks: readonly Block[]): { label: string; choice: Choice }[] =>
  blocks.flatMap((block) => (block.type === 'choices' ? block.choices : []));

export const pressedIn = (blocks: readonly Block[], index: number): Choice | null => choicesOf(blocks)[index]?.choice ?? null;

/** The number a customer typed instead of pressing: half or full width, alone on its line. */
export function typedNumber(text: string): number | null {
  const found = /^\s*([1-9]\d?)\s*[.．)）番]?\s*$/.exec(text.normalize('NFKC'));
  return found ? Number(found[1]) : null;
}

/** Choices as numbered lines, for platforms without buttons. */
export const numberedLines = (choices: readonly { label: string }[]): string =>
  choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
