import { z } from 'zod';
import { id, personText } from './common.ts';
import { priority, status } from './conversations.ts';

/**
 * What can be done to a conversation at one stroke: by a macro, at an agent's press, or by a rule, by itself. They are done in the order given;
 * texts may hold variables, as canned responses do.
 */
export const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set_status'), status }),
  z.object({ do: z.literal('set_priority'), priority }),
  /** Null takes it from whoever has it. */
  z.object({ do: z.literal('assign_agent'), agentId: id('agt').nullable() }),
  z.object({ do: z.literal('assign_team'), teamId: id('tem').nullable() }),
  z.object({ do: z.literal('place_in_queue'), queueId: id('que') }),
  z.object({ do: z.literal('add_tags'), tags: z.array(personText(50).min(1)).min(1).max(20) }),
  z.object({ do: z.literal('remove_tags'), tags: z.array(personText(50).min(1)).min(1).max(20) }),
  z.object({ do: z.literal('rename'), subject: personText(200).min(1) }),
  /** A field of the conversation, by its key (GET /api/attributes, subject conversation), to a value of its kind; empty empties it. */
  z.object({ do: z.literal('set_field'), key: personText(50).min(1), value: personText(5000) }),
  z.object({ do: z.literal('note'), text: personText(10_000).min(1) }),
  /** Goes out as an agent's reply does, after the undo period. */
  z.object({ do: z.literal('reply'), text: personText(10_000).min(1) }),
  /** Out of the views for so long, in minutes; null until the customer writes. */
  z.object({ do: z.literal('snooze'), minutes: z.number().int().min(5).max(525_600).nullable() }),
]);
export type Action = z.infer<typeof action>;

/** At most twenty: more is a flow. */
export const actions = z.array(action).min(1).max(20);
