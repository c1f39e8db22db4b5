import type { BotReason, BotStep } from '@madoguchi/contract/messages.ts';
import type { Features, Hit } from '../../knowledge/search/search.types.ts';

/** Weights of a logistic model over the features of the first hit. `learned` counts 0 where there is no such probability. */
export type LogisticModel = Record<keyof Features, number> & { bias: number };

/** Two questions put to the features: is the matter one of ours at all, and is the first hit the right one? */
export type Models = { scope: LogisticModel; correct: LogisticModel };

/** The least both probabilities must reach. */
export type Bar = { correct: number; scope: number };

/** p → 1 / (1 + exp(−(slope · logit p + offset))): what the model's probability is really worth. */
export type Calibration = { slope: number; offset: number };

/** How sure the bot must be to answer, and to ask which of a few was meant. Below both it hands off. Bars are of calibrated probabilities. */
export type Policy = { answer: Bar; clarify: Bar; calibration: Calibration };

export type Decision = {
  decision: 'answer' | 'clarify' | 'handoff';
  /** 0..1. Of an answer: the probability that it is the right one. Otherwise that probability × the one of being in scope. */
  confidence: number;
  /** At most three hits, best first: what to answer with, or what to offer. Kept for agents also when handing off. */
  candidates: Hit[];
  because: BotReason;
  /** Both probabilities, for the bot's step in the timeline; null when nothing was found. */
  figures: BotStep['figures'];
};
