// Pure: an act of the bot as the words and blocks a customer sees.
import type { ChatQueue } from '@madoguchi/contract/chat.ts';
import type { Block } from '@madoguchi/contract/messages.ts';
import type { Say } from '../platform/words.ts';
import type { BotAct } from './bot.types.ts';

export type Quoted = { id: string; question: string; answer: string; url: string; updatedAt: Date };
/** When people answer. `opensAt`: already in the customer's words. */
export type Hours = { open: boolean; opensAt: string | null; replyMinutes: number };
export type BotMessage = { text: string; blocks: Block[] };

type Quote = Omit<Quoted, 'answer'> & { markdown: string; whole: boolean };

/** Articles in their own words, the one that answers first, and whether they helped. `opening`: what is said above them. */
export function quoteMessage(quotes: readonly Quote[], say: Say, opening: string = say('bot.answer')): BotMessage {
  const solved: Block = {
    type: 'choices',
    choices: [
      { label: say('bot.solved_yes'), choice: { kind: 'solved' } },
      { label: say('bot.solved_no'), choice: { kind: 'not_solved' } },
    ],
  };
  const blocks = quotes.map(
    ({ id, question, url, updatedAt, markdown, whole }): Block => ({
      type: 'quote',
      articleId: id,
      title: question,
      url,
      markdown,
      updatedAt: updatedAt.toISOString(),
      whole,
    }),
  );
  return { text: `${opening}\n${say('bot.solved_question')}`, blocks: [...blocks, solved] };
}

/** What the bot says for an act that needs nothing but words. */
export function messageFor(act: Exclude<BotAct, { act: 'quote' | 'hand_off' | 'flow' }>, say: Say): BotMessage {
  const person = { label: say('bot.person'), choice: { kind: 'person' as const } };
  switch (act.act) {
    case 'offer_choices': {
      const choices = act.candidates.map(({ articleId, title }) => ({ label: title, choice: { kind: 'article' as const, articleId } }));
      const none = { label: say('bot.none_of_these'), choice: { kind: 'none_of_these' as const } };
      return { text: say(`bot.${act.opening}`), blocks: [{ type: 'choices', choices: [...choices, none] }] };
    }
    case 'offer_person':
      return { text: say(`bot.${act.opening}`), blocks: [{ type: 'choices', choices: [person] }] };
    case 'greet':
      return { text: say('bot.greet'), blocks: [] };
    case 'resolve':
      return { text: say('bot.resolved'), blocks: [] };
  }
}

/** That a person takes over: at which place and how soon, or when they will be there and where to answer. */
export function handOffMessage(because: string, say: Say, hours: Hours, hasAddress: boolean, queue: ChatQueue | null): BotMessage {
  const opening = because === 'angry' ? `${say('bot.angry')}\n` : '';
  const wait = queue?.waitMinutes;
  if (hours.open && queue && wait) {
    const place = say(queue.place === 1 ? 'queue.next' : 'queue.place', { place: queue.place });
    return { text: opening + say('bot.handed_off_queue', { place, wait: waitInWords(wait, say) }), blocks: [] };
  }
  if (hours.open)
    return { text: opening + say('bot.handed_off_open', { minutes: hours.replyMinutes, count: hours.replyMinutes }), blocks: [] };
  const when = hours.opensAt ? say('bot.handed_off_closed', { when: hours.opensAt }) : say('bot.handed_off_closed_unknown');
  return hasAddress
    ? { text: opening + when, blocks: [] }
    : { text: `${opening}${when}\n${say('bot.ask_email')}`, blocks: [{ type: 'ask_email' }] };
}

/** 約5分, 10〜15分, 30分以上. */
const waitInWords = ({ from, to }: NonNullable<ChatQueue['waitMinutes']>, say: Say): string =>
  to === null ? say('queue.wait_more', { from }) : from === to ? say('queue.wait_about', { from }) : say('queue.wait_range', { from, to });
