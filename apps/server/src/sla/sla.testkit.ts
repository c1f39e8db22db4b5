import type { Policy } from '@madoguchi/contract/promises.ts';
import { stage } from '../../test/stage.ts';
import { lockConversation } from '../conversations/commands/lock.ts';
import { receiveMessage } from '../conversations/commands/receive.ts';
import { replyAsAgent } from '../conversations/commands/reply.ts';
import { escalationReader } from './escalate/escalate.reader.ts';
import { slaReader } from './sla.reader.ts';
import { keepPromises } from './timer/promises.lane.ts';

const anybody = { priorities: [], channels: [], inboxIds: [], brandIds: [], tags: [], attributes: [] };
const always = (minutes: number) => ({
  time: 'business' as const,
  minutes: { urgent: minutes, high: minutes, normal: minutes, low: minutes },
});

/** An hour for the first answer, half an hour for the next, a day of seven hours for the solution. */
export const usual: Omit<Policy, 'id'> = {
  name: 'すべて',
  enabled: true,
  conditions: anybody,
  targets: { first_response: always(60), next_response: always(30), resolution: always(420) },
  escalations: [],
  warnAt: 75,
  botAnswers: false,
};

/** A desk whose readers and timer are called by hand; times of day in November 2026, by the shop's wall clock. */
export async function promisesHouse() {
  const set = await stage();
  const { platform, clock, workspaceId, system, suzuki, visitor } = set;
  const readers = [slaReader(), escalationReader()];
  let keys = 0;

  /** Hands every fact of the log to the readers, from the very first on. */
  async function readAll(): Promise<void> {
    for (let seen = -1, facts = await everyFact(); facts.length > seen; facts = await everyFact()) {
      seen = facts.length;
      for (const fact of facts) for (const { handlers } of readers) await handlers[fact.name]?.(system, fact);
    }
  }
  const everyFact = () =>
    system.transaction((tx) => tx.selectFrom('events').selectAll().where('workspace_id', '=', workspaceId).orderBy('position').execute());

  return {
    ...set,
    readAll,
    everyFact,
    /** Moves the clock to such a time ('24T13:00'), lets the timer look, and the readers read. */
    async at(time: string): Promise<void> {
      clock.advance(Date.parse(`2026-11-${time}+09:00`) - clock.now().getTime());
      await keepPromises(platform, workspaceId);
      await readAll();
    },
    async writes(customer: Awaited<ReturnType<typeof visitor>>, text: string, firstAnswer: 'bot' | 'human' = 'human'): Promise<string> {
      keys += 1;
      const inbound = { externalId: `in-${keys}`, text, attachmentIds: [], locale: 'ja' as const, authorName: '', firstAnswer };
      const { conversation } = await receiveMessage(customer.ctx, customer.line, inbound);
      await readAll();
      return conversation.id;
    },
    async answers(conversationId: string, text: string): Promise<void> {
      keys += 1;
      const reply = { text, attachmentIds: [], seenSeq: 999, thenStatus: 'waiting' as const, idempotencyKey: `reply-${keys}` };
      await replyAsAgent(suzuki, conversationId, reply, 0, async () => []);
      await readAll();
    },
    conversation: (id: string) => system.transaction((tx) => lockConversation(system, tx, id)),
    /** What this room told of a conversation, as 'warned first_response'. */
    told: async (id: string): Promise<string[]> =>
      (await everyFact())
        .filter((fact) => fact.conversation_id === id && fact.name.startsWith('sla.') && fact.name !== 'sla.due_changed')
        .map(({ name, data }) => [name.slice(4), (data as { promise?: string }).promise].filter(Boolean).join(' ')),
  };
}
