// Pure: a conversation as it was, step by step, folded from its facts.
import { judgeMood, moodAfter } from '../../conversations/mood/mood.rules.ts';
import type { Past, State } from './history.types.ts';

/** How it began: what no fact tells is taken as it is now. `texts`: the customer's messages by id. */
export type Beginning = { priority: string; tags: readonly string[]; subject: string };
export type Texts = ReadonlyMap<string, string>;

type Data = Readonly<Record<string, unknown>>;
type Step = (state: State, data: Data, at: Date, texts: Texts) => Partial<State>;

const STEPS: Readonly<Record<string, Step>> = {
  'message.received': ({ messages, waitingSince, status, mood }, { messageId }, at, texts) => ({
    status: 'open',
    snoozed: false,
    messages: messages + 1,
    text: texts.get(String(messageId)) ?? '',
    mood: moodAfter(status === 'open' || status === 'waiting' ? mood : null, judgeMood(texts.get(String(messageId)) ?? '')),
    waitingSince: waitingSince ?? at,
    lastActivityAt: at,
  }),
  'message.held': (_state, _data, at) => ({ lastActivityAt: at }),
  'message.sent': ({ messages, status }, { by }, at) =>
    by === 'agent' ? { messages: messages + 1, waitingSince: null, answeredAt: status === 'waiting' ? at : null, lastActivityAt: at } : {},
  'conversation.handed_off': (_state, _data, at) => ({ bot: false, status: 'open', waitingSince: at, freeSince: at }),
  'conversation.assigned': (_state, { agentId, teamId }, at) => ({
    agentId: (agentId as string | null) ?? null,
    teamId: (teamId as string | null) ?? null,
    freeSince: at,
  }),
  'conversation.resolved': () => ({ status: 'resolved', waitingSince: null, snoozed: false }),
  'conversation.closed': () => ({ status: 'closed', waitingSince: null, snoozed: false }),
  'conversation.awaits_customer': (_state, _data, at) => ({ status: 'waiting', waitingSince: null, answeredAt: at }),
  'conversation.reopened': ({ waitingSince }, _data, at) => ({ status: 'open', waitingSince: waitingSince ?? at }),
  'conversation.tagged': (_state, { tags }) => ({ tags: tags as string[] }),
  'conversation.prioritized': (_state, { to }) => ({ priority: String(to) }),
  'conversation.renamed': (_state, { subject }) => ({ subject: String(subject) }),
  'conversation.mood_corrected': () => ({ mood: null }),
  'conversation.snoozed': () => ({ snoozed: true }),
  'conversation.woken': (_state, _data, at) => ({ snoozed: false, lastActivityAt: at }),
  'conversation.marked_spam': () => ({ aside: true }),
  'conversation.unmarked_spam': () => ({ aside: false }),
  'conversation.merged': ({ aside }, { kept }) => ({ aside: kept === false ? true : aside }),
  'conversation.unmerged': ({ aside }, { kept }) => ({ aside: kept === false ? false : aside }),
  'sla.warned': () => ({ due: 'warned' }),
  'sla.breached': () => ({ due: 'breached' }),
  'sla.met': () => ({ due: 'none' }),
  'sla.due_changed': (_state, { dueAt }) => ({ due: dueAt === null ? 'none' : 'running' }),
  'survey.answered': (_state, { rating }) => ({ score: Number(rating) }),
};

/** Names of the facts that history is made of. */
export const FOLDED = ['conversation.opened', ...Object.keys(STEPS)];

/**
 * The moments of a conversation: after each transaction that told something of it, the facts of it and how it stood then. A rule is asked
 * when the transaction is over, never amid it.
 */
export function momentsOf(facts: readonly Past[], beginning: Beginning, texts: Texts): { at: Date; facts: Past[]; state: State }[] {
  const first = facts[0];
  if (!first) return [];
  let state = beginningState(first, beginning);
  const moments: { at: Date; facts: Past[]; state: State }[] = [];
  for (const fact of facts) {
    state = { ...state, ...STEPS[fact.name]?.(state, fact.data as Data, fact.at, texts) };
    const last = moments.at(-1);
    if (last && last.facts[0]!.xid === fact.xid) {
      last.facts.push(fact);
      last.state = state;
    } else moments.push({ at: fact.at, facts: [fact], state });
  }
  return moments;
}

function beginningState({ at, name, data }: Past, { priority, tags, subject }: Beginning): State {
  return {
    status: 'open',
    priority,
    agentId: null,
    teamId: null,
    tags,
    due: 'none',
    subject,
    text: '',
    mood: null,
    messages: 0,
    waitingSince: at,
    score: null,
    bot: name === 'conversation.opened' && (data as Data).handledBy === 'bot',
    aside: false,
    snoozed: false,
    openedAt: at,
    lastActivityAt: at,
    answeredAt: null,
    freeSince: at,
  };
}

/** As it was before the first fact that changed it, or as it is now where none did. */
export function beginningOf(
  facts: readonly Past[],
  now: { priority: string; tags: readonly string[]; subject: string },
  firstSubject: string,
): Beginning {
  const first = (name: string) => facts.find((fact) => fact.name === name)?.data as Data | undefined;
  return {
    priority: String(first('conversation.prioritized')?.from ?? now.priority),
    tags: first('conversation.tagged') ? [] : now.tags,
    subject: first('conversation.renamed') ? firstSubject : now.subject,
  };
}
