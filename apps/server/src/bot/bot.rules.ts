// Pure: no database, no clock, no await. The whole behaviour of the bot is here and nowhere else.

import type { BotReason } from '@madoguchi/contract/messages.ts';
import { isAngry, isGreeting, saysNo, saysYes, wantsPerson } from './bot.phrases.ts';
import type { BotAct, BotInput, BotState, BotTurn, Candidate, Found, Heard } from './bot.types.ts';

type HandOff = Extract<BotAct, { act: 'hand_off' }>;

/** After this many failures in a conversation the bot stops trying and people take over. */
const FAILURES_TO_HAND_OFF = 2;
const CHOICES = 3;

/**
 * The bot's next turn. Whatever the state: the button, the words for a person, anger and the second failure all hand over, so a person
 * is never more than two steps away.
 */
export function takeTurn(state: BotState, input: BotInput): BotTurn {
  const person = turnToPerson(state, input);
  if (person) return person;
  if (input.kind === 'pressed') return afterChoice(state, input.choice);
  const { text, found } = input;
  if (state.phase === 'answered' && saysYes(text)) return resolve(state, 'solved');
  if (state.phase !== 'idle' && saysNo(text)) return failed(state, state.next, 'not_solved', 'not_solved');
  if (isGreeting(text)) return { act: { act: 'greet' }, state, because: 'greeting', unanswered: false };
  if (text.trim() === '') return failed(state, [], 'file_only', 'cannot_read_files');
  return afterQuestion(state, found);
}

/** The way to a person, open in every state and before every flow: the button, the words for a person, anger. Null for anything else. */
export function turnToPerson(state: BotState, input: Heard): BotTurn | null {
  if (input.kind === 'pressed') return input.choice.kind === 'person' ? afterChoice(state, input.choice) : null;
  if (wantsPerson(input.text)) return handOff(state, 'asked_for_person', 'person_words');
  return isAngry(input.text) ? handOff(state, 'angry', 'angry') : null;
}

/** A flow had its say, and keeps its own place. */
export const afterFlow = (state: BotState): BotTurn => ({
  act: { act: 'flow' },
  state: { ...state, phase: 'idle' },
  because: 'flow',
  unanswered: false,
});

/** A flow's own step gives the conversation to people. */
export const handOffByFlow = (state: BotState): BotTurn => handOff(state, 'flow', 'flow');

/** Instead of quoting an article that was taken back since it was found or offered: nothing is known, and it counts as a failure. */
export const withoutArticle = (state: BotState): BotTurn => failed({ ...state, next: [] }, [], 'article_gone', 'not_found');

function afterChoice(state: BotState, choice: Extract<BotInput, { kind: 'pressed' }>['choice']): BotTurn {
  switch (choice.kind) {
    case 'person':
      return handOff(state, 'asked_for_person', 'person_button');
    case 'solved':
      return resolve(state, 'solved');
    case 'not_solved':
      return failed(state, state.next, 'not_solved', 'not_solved');
    case 'none_of_these':
      return failed(state, [], 'none_of_these', 'not_solved');
    case 'article':
      return quote(state, choice.articleId, 'chosen');
    case 'flow_option':
      // A flow that still asks takes its options itself: this is a button of one that is over.
      return { act: { act: 'offer_person', opening: 'not_current' }, state, because: 'flow', unanswered: false };
    case 'rate':
    case 'rate_only':
      // Answers to a survey are no messages; one that reached us all the same was meant for nobody here.
      return { act: { act: 'offer_person', opening: 'not_current' }, state, because: 'flow', unanswered: false };
  }
}

/** What the bot makes of a question once the knowledge was searched. */
export function afterQuestion(state: BotState, found: Found): BotTurn {
  const fresh = found.candidates.filter(({ articleId }) => !state.shown.includes(articleId));
  const best = found.candidates[0];
  if (found.decision === 'answer' && best) {
    const next = fresh.filter(({ articleId }) => articleId !== best.articleId).slice(0, CHOICES - 1);
    return quote({ ...state, next }, best.articleId, found.because);
  }
  if (found.decision === 'clarify' && fresh.length > 0) return offer({ ...state, next: [] }, fresh, 'which', found.because);
  return failed({ ...state, next: [] }, [], found.because, 'not_found');
}

const quote = (state: BotState, articleId: string, because: BotReason): BotTurn => ({
  act: { act: 'quote', articleId },
  state: { ...state, phase: 'answered', shown: withShown(state, [articleId]) },
  because,
  unanswered: false,
});

const offer = (state: BotState, candidates: Candidate[], opening: 'which' | 'other_ideas', because: BotReason): BotTurn => {
  const choices = candidates.slice(0, CHOICES);
  return {
    act: { act: 'offer_choices', candidates: choices, opening },
    state: {
      ...state,
      phase: 'clarifying',
      shown: withShown(
        state,
        choices.map(({ articleId }) => articleId),
      ),
    },
    because,
    unanswered: false,
  };
};

function failed(
  state: BotState,
  others: Candidate[],
  because: BotReason,
  opening: 'not_found' | 'not_solved' | 'cannot_read_files',
): BotTurn {
  const failures = state.failures + 1;
  if (failures >= FAILURES_TO_HAND_OFF) return { ...handOff({ ...state, failures }, 'two_failures', because), unanswered: true };
  if (others.length > 0) return { ...offer({ ...state, failures, next: [] }, others, 'other_ideas', because), unanswered: true };
  return { act: { act: 'offer_person', opening }, state: { ...state, phase: 'offered', failures }, because, unanswered: true };
}

const handOff = (state: BotState, why: HandOff['because'], because: BotReason): BotTurn => ({
  act: { act: 'hand_off', because: why },
  state: { ...state, phase: 'idle' },
  because,
  unanswered: false,
});

const resolve = (state: BotState, because: BotReason): BotTurn => ({
  act: { act: 'resolve' },
  state: { ...state, phase: 'idle', failures: 0 },
  because,
  unanswered: false,
});

const withShown = (state: BotState, ids: string[]): string[] => [...new Set([...state.shown, ...ids])].slice(-30);
