import { ProblemError } from '@madoguchi/client/client.ts';
import type { Conversation, ConversationDetail } from '@madoguchi/contract/conversations.ts';
import type { Macro, MacroStep, SeenState } from '@madoguchi/contract/macros.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import { runMacro, undoBulk } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords, type Words } from '../app/locale.tsx';
import { useMe } from '../app/me.ts';
import { once } from '../app/once.ts';
import { queryClient, tellFailure } from '../app/query-client.ts';
import { seenForSend } from '../conversations/composer/seen-for-send.ts';
import { knownConversation, putIntoDetail, putIntoLists, putMessage } from '../conversations/conversations.cache.ts';
import { keys } from '../conversations/conversations.queries.ts';
import { seenSeq } from '../conversations/seen-store.ts';
import { tell, tellWithUndo } from '../ui/tell.tsx';
import { stoppedRun } from './run-store.ts';

type Answers = Readonly<Record<string, string>>;

/** How a conversation stands on this screen, and how far it was read. */
export const seenOf = ({ status, priority, assignee }: Conversation, seq: number): SeenState => ({
  seq,
  status,
  priority,
  agentId: assignee.agent?.id ?? null,
  teamId: assignee.team?.id ?? null,
});

/** Puts what a run or its undo left behind on every screen that shows it. */
export function showChanged(conversations: readonly Conversation[], myId: string): void {
  for (const conversation of conversations) {
    putIntoLists(queryClient, conversation, myId);
    putIntoDetail(queryClient, conversation.id, () => conversation);
  }
  void queryClient.invalidateQueries({ queryKey: keys.lists });
  void queryClient.invalidateQueries({ queryKey: keys.counts });
}

function saidOf(t: Words, name: string, steps: readonly MacroStep[]): string {
  const refused = steps.filter(({ outcome }) => outcome === 'refused').length;
  if (refused > 0) return t('macro.ran_but', { name, refused });
  return t(steps.some(({ outcome }) => outcome === 'done') ? 'macro.ran' : 'macro.ran_nothing', { name });
}

/** Runs macros on one conversation, says what came of it, and takes it back on request. Stopped, the dialog for that opens. */
export function useRunMacro(conversationId: string) {
  const t = useWords();
  const myId = useMe().agent.id;

  const undo = (bulkId: string) => once(`undo ${bulkId}`, () => takeBack(bulkId));
  const takeBack = async (bulkId: string) => {
    try {
      const { outcomes, conversations } = await call(undoBulk, { params: { id: bulkId } });
      showChanged(conversations, myId);
      void queryClient.invalidateQueries({ queryKey: keys.one(conversationId) });
      tell(t(`macro.undo.${outcomes[0]?.outcome ?? 'undone'}`));
    } catch (error) {
      tellFailure(error);
    }
  };

  /** What is on screen now: what a run is held to have seen. */
  const look = (): SeenState | null => {
    const conversation = knownConversation(queryClient, conversationId);
    const detail = queryClient.getQueryData<ConversationDetail>(keys.one(conversationId));
    return conversation ? seenOf(conversation, seenForSend(detail?.messages ?? [], seenSeq(conversationId), myId)) : null;
  };

  const runOnce = async (macro: Macro, answers: Answers, seen: SeenState): Promise<void> => {
    try {
      const body = { conversationId, seen, answers, idempotencyKey: crypto.randomUUID() };
      const done = await call(runMacro, { params: { id: macro.id }, body });
      showChanged([done.conversation], myId);
      for (const message of done.messages) putMessage(queryClient, message);
      const said = saidOf(t, macro.name, done.steps);
      const { bulkId } = done;
      if (bulkId) tellWithUndo(said, { label: t('merge.undo'), undo: () => void undo(bulkId) });
      else tell(said);
    } catch (error) {
      if (!(error instanceof ProblemError) || !stops(error)) return tellFailure(error);
      const {
        answered = [],
        changed = [],
        conversation,
      } = error.problem as { answered?: Message[]; changed?: string[]; conversation?: Conversation };
      for (const message of answered) putMessage(queryClient, message);
      if (conversation) showChanged([conversation], myId);
      stoppedRun.set({ conversationId, macro, answers, answered, changed });
    }
  };
  const run = (macro: Macro, answers: Answers, seen: SeenState): Promise<void> =>
    once(`macro ${macro.id} ${conversationId}`, () => runOnce(macro, answers, seen));
  return { run, look };
}

const stops = ({ code }: ProblemError): boolean => code === 'conversation.answered_meanwhile' || code === 'conversation.changed_meanwhile';
