// Pure: what a conversation's facts say about what its customer is owed.
import type { Standing, Stretch } from './standing.types.ts';

/** What the fold needs of a fact of the log. */
export type Told = { name: string; at: Date; data: unknown };

export const BEGINNING: Standing = {
  opened: null,
  handedOff: null,
  status: 'open',
  ours: [],
  botAnswered: null,
  answered: null,
  released: null,
  asks: [],
  asksBefore: 0,
  resolved: null,
};

type Step = (standing: Standing, at: number, data: Record<string, unknown>) => Standing;

const opened: Step = (standing, at, { handledBy }) =>
  standing.opened === null
    ? { ...standing, opened: at, handedOff: handledBy === 'human' ? at : null, status: 'open', ours: [{ from: at, to: null }] }
    : standing;

const handedOff: Step = (standing, at) => (standing.handedOff === null ? toStatus({ ...standing, handedOff: at }, at, 'open') : standing);

/** A message so much older than what happened last was read in later, and waits for nobody. */
const PAST_MS = 60_000;
const latestOf = ({ ours, answered }: Standing): number => Math.max(ours.at(-1)?.to ?? ours.at(-1)?.from ?? 0, answered ?? 0);

/** The customer wrote: it is our turn, and once they had an answer this is a question of its own. */
const received: Step = (standing, at) => {
  if (at < latestOf(standing) - PAST_MS) return standing;
  const ours = toStatus(standing, at, 'open');
  const hadFirst = standing.answered !== null || standing.released !== null;
  return hadFirst && !isAsking(standing) ? { ...ours, asks: [...standing.asks, { from: at, answered: null, released: null }] } : ours;
};

const isAsking = ({ asks }: Standing): boolean => {
  const last = asks.at(-1);
  return last !== undefined && last.answered === null && last.released === null;
};

/** Only people and the bot answer: what the product says by itself, as an acknowledgement, answers nothing. */
const sent: Step = (standing, at, { by }) => {
  if (by === 'bot') return standing.botAnswered === null ? { ...standing, botAnswered: at } : standing;
  if (by !== 'agent') return standing;
  const held = standing.handedOff === null ? { ...standing, handedOff: at } : standing;
  if (isAsking(held)) return { ...held, asks: lastAsk(held, { answered: at }) };
  return held.answered === null && held.released === null ? { ...held, answered: at } : held;
};

const lastAsk = ({ asks }: Standing, change: Partial<Standing['asks'][number]>): Standing['asks'] =>
  asks.with(-1, { ...asks.at(-1)!, ...change });

const waits: Step = (standing, at) => toStatus(standing, at, 'waiting');

/** What nobody answered is owed no more: the matter is done, and counts neither as kept nor as broken. */
const done =
  (status: 'resolved' | 'closed'): Step =>
  (standing, at) => {
    const rested = { ...toStatus(standing, at, status), resolved: standing.resolved ?? at };
    if (isAsking(rested)) return { ...rested, asks: lastAsk(rested, { released: at }) };
    return rested.answered === null && rested.released === null ? { ...rested, released: at } : rested;
  };

const reopened: Step = (standing, at) => toStatus(standing, at, 'open');

/** Begins or ends a stretch in which it is our turn. */
function toStatus(standing: Standing, at: number, status: Standing['status']): Standing {
  if (standing.status === status) return standing;
  const last: Stretch | undefined = standing.ours.at(-1);
  const runs = last !== undefined && last.to === null;
  const ours =
    status === 'open'
      ? runs
        ? standing.ours
        : [...standing.ours, { from: Math.max(at, last?.to ?? at), to: null }]
      : runs
        ? standing.ours.with(-1, { from: last.from, to: Math.max(at, last.from) })
        : standing.ours;
  return { ...standing, status, ours, resolved: status === 'open' || status === 'waiting' ? null : standing.resolved };
}

const STEPS: Readonly<Record<string, Step>> = {
  'conversation.opened': opened,
  'conversation.handed_off': handedOff,
  'message.received': received,
  'message.sent': sent,
  'conversation.awaits_customer': waits,
  'conversation.resolved': done('resolved'),
  'conversation.closed': done('closed'),
  'conversation.reopened': reopened,
};

/** The facts that move a standing. */
export const FOLDED = Object.keys(STEPS);

/** The standing after one more fact of its conversation, in the log's order; the same object when the fact says nothing new. */
export function fold(standing: Standing, { name, at, data }: Told): Standing {
  const step = STEPS[name];
  return step ? step(standing, at.getTime(), (data ?? {}) as Record<string, unknown>) : standing;
}

const STEP_TO = { open: reopened, waiting: waits, resolved: done('resolved'), closed: done('closed') } as const;

/** The standing with the status that the conversation's row has: what was read in from the past is resolved without a fact of it. */
export const agreeing = (standing: Standing, status: Standing['status'], since: Date): Standing =>
  standing.status === status ? standing : STEP_TO[status](standing, since.getTime(), {});

/** Without asks that are over: their clocks are written and do not change any more. */
export function withoutOldAsks(standing: Standing): Standing {
  const open = isAsking(standing) ? standing.asks.slice(-1) : [];
  return { ...standing, asks: open, asksBefore: standing.asksBefore + standing.asks.length - open.length };
}
