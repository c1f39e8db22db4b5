import type { Conversation } from '@madoguchi/contract/conversations.ts';
import {
  IconArrowLeft,
  IconBellZ,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconShieldCheck,
  IconShieldOff,
  IconShieldX,
  IconUserCircle,
  IconUserPlus,
} from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/me.ts';
import { useActions } from '../../keys/actions.ts';
import { useAssign, useSetStatus } from '../conversations.mutations.ts';
import { toggleCustomerPane } from '../customer/pane-store.ts';
import { askSnooze } from '../snooze/snooze-store.ts';
import { useSpamActions } from '../spam/use-spam-actions.ts';
import { askAssignee } from './assignee-asks.ts';

/** What can be done with the open conversation. */
export function useConversationActions(conversation: Conversation): void {
  const { id, status } = conversation;
  const { agent } = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/conversations' });
  const setStatus = useSetStatus(id);
  const assign = useAssign(id);
  const { mark, putBack } = useSpamActions(id);
  useActions([
    { id: 'assign', word: 'header.assign', group: 'group.conversation', icon: IconUserPlus, keys: 'a', run: () => askAssignee(id) },
    {
      id: 'assign_me',
      word: 'header.assign_me',
      group: 'group.conversation',
      icon: IconUserPlus,
      keys: 'shift+a',
      run: () => assign({ agent: { id: agent.id, name: agent.name }, team: conversation.assignee.team }),
    },
    {
      id: 'resolve',
      word: 'header.resolve',
      group: 'group.conversation',
      icon: IconCircleCheck,
      keys: 'e',
      run: () => status !== 'resolved' && setStatus('resolved'),
    },
    {
      id: 'wait',
      word: 'header.wait',
      group: 'group.conversation',
      icon: IconCircleDashed,
      keys: 'w',
      run: () => status !== 'waiting' && setStatus('waiting'),
    },
    { id: 'snooze', word: 'snooze.do', group: 'group.conversation', icon: IconBellZ, keys: 'b', run: () => askSnooze(id) },
    {
      id: 'reopen',
      word: 'header.reopen',
      group: 'group.conversation',
      icon: IconCircleHalf2,
      run: () => status !== 'open' && setStatus('open'),
    },
    {
      id: 'spam',
      word: conversation.spam ? 'spam.unmark' : 'spam.mark',
      group: 'group.conversation',
      icon: conversation.spam ? IconShieldCheck : IconShieldX,
      keys: '!',
      run: () => (conversation.spam ? putBack(false) : mark(false)),
    },
    ...(conversation.spam
      ? []
      : [
          {
            id: 'spam_block',
            word: 'spam.mark_block' as const,
            group: 'group.conversation' as const,
            icon: IconShieldOff,
            run: () => mark(true),
          },
        ]),
    {
      id: 'customer_pane',
      word: 'customer_pane.toggle',
      group: 'group.conversation',
      icon: IconUserCircle,
      keys: 'i',
      run: toggleCustomerPane,
    },
    {
      id: 'leave',
      word: 'header.back',
      group: 'group.conversation',
      icon: IconArrowLeft,
      keys: 'escape',
      run: () => void navigate({ to: '/', search }),
    },
  ]);
}
