import type { Conversation, Status } from '@madoguchi/contract/conversations.ts';
import type { WordKey } from '../../app/locale.tsx';

export const statuses = [
  { status: 'open', word: 'status.progress', keys: undefined },
  { status: 'waiting', word: 'status.waiting', keys: 'w' },
  { status: 'resolved', word: 'status.resolved', keys: 'e' },
  { status: 'closed', word: 'status.closed', keys: undefined },
] as const satisfies readonly { status: Status; word: WordKey; keys: string | undefined }[];

export type StatusParts = Pick<Conversation, 'status' | 'handledBy' | 'agentActed'>;

/** What an open conversation is called depends on who has it and whether anybody acted: ボット対応中, 未対応 or 対応中. */
export function statusWord({ status, handledBy, agentActed }: StatusParts): WordKey {
  if (status !== 'open') return statuses.find((one) => one.status === status)!.word;
  if (handledBy === 'bot') return 'view.bot';
  return agentActed ? 'status.progress' : 'view.new';
}
