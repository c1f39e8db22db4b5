import { fact } from '../../platform/event-log/fact.ts';

/** Taken off the list by hand until it is asked again. `steps`: how many times it had been asked. */
export const questionDismissed = fact('question.dismissed', 1)<{ steps: number }>();
