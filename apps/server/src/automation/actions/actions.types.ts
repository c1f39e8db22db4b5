import type { Action } from '@madoguchi/contract/actions.ts';
import type { BulkItem } from '../../conversations/bulk/bulk.commands.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Fact } from '../../platform/event-log/fact.ts';
import type { BotTold } from '../../routing/place/told.queries.ts';

/**
 * What became of one action. unchanged: it was so already · refused: nothing of it was done; `code` is that of a refusal (assignee.gone,
 * action.names_unknown, conversation.is_spam, conversation.merged, queue.not_waiting, action.text_emptied …).
 */
export type Step = { do: Action['do']; outcome: 'done' | 'unchanged' | 'refused'; code: string | null };

/**
 * What came of all of them, in their order. `item` is what takes them back (`takeItemBack`); null: nothing that can be was done. `messageIds`: the
 * replies and notes that were written.
 */
export type CarriedOut = { steps: Step[]; item: Extract<BulkItem, { before: unknown }> | null; messageIds: string[] };

/** In whose name, and how it is told. The one who acts is `ctx.actor`: replies and notes are theirs. */
export type By = {
  /** The same key again writes no second note or reply. One per run and conversation. */
  key: string;
  /** What stands in the timeline for it, appended in the same transaction, behind what it did; null when nothing is to be told. */
  fact: (steps: readonly Step[]) => Fact | null;
  /** What was asked for before: values of {{?…}}. */
  answers?: Readonly<Record<string, string>>;
};

/** What other rooms know, handed in by app.ts. */
export type ActionDeps = {
  /** Seconds in which a reply can be taken back. */
  undoSeconds: (ctx: Ctx) => Promise<number>;
  botTold: BotTold;
};
