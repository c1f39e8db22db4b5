// Pure: what a timeline tells of a run.
import type { Action } from '@madoguchi/contract/actions.ts';
import type { Step } from '../actions/actions.types.ts';
import type { Did } from './runs.types.ts';

/** The actions that changed something, without the words they wrote: a person's words may stand among them, and they stay in their rows. */
export const didOf = (actions: readonly Action[], steps: readonly Step[]): Did[] =>
  actions.filter((_, index) => steps[index]?.outcome === 'done').map(withoutWords);

function withoutWords(action: Action): Did {
  return action.do === 'note' || action.do === 'reply' || action.do === 'rename' ? { do: action.do } : action;
}
