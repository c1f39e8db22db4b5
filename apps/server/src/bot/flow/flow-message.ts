// Pure: what a flow says as the words and buttons a customer sees.
import type { Block } from '@madoguchi/contract/messages.ts';
import type { FlowSaid } from '../../flows/flows.types.ts';
import { cutText } from '../../platform/text/fold.ts';
import type { BotMessage } from '../bot.messages.ts';

const MOST_CHARACTERS = 20_000;

/** Everything a flow says in one turn, as one message; the buttons of what it asks last. */
export function flowMessage(flowId: string, said: readonly FlowSaid[]): BotMessage {
  const last = said.at(-1);
  const choices = (last?.options ?? []).map(({ id, label }) => ({
    label,
    choice: { kind: 'flow_option' as const, flowId, step: last!.step, option: id },
  }));
  const blocks: Block[] = choices.length > 0 ? [{ type: 'choices', choices }] : [];
  return { text: joined(...said.map(({ text }) => text)), blocks };
}

/** One message after another, as paragraphs of one. */
export const together = (first: BotMessage, then: BotMessage): BotMessage => ({
  text: joined(first.text, then.text),
  blocks: [...first.blocks, ...then.blocks],
});

const joined = (...texts: string[]): string => cutText(texts.filter((text) => text !== '').join('\n\n'), MOST_CHARACTERS);
