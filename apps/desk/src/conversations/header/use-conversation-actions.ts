import type { Conversation } from '@madoguchi/contract/conversations.ts';
import {
  IconArrowLeft,
  IconBellOff,
  IconBellPlus,
  IconBellZ,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconMailForward,
  IconShieldCheck,
  IconShieldOff,
  IconShieldX,
  IconUserCircle,
  IconUserPlus,
} from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/me.ts';
import { useActions } from '../../keys/actions.ts';
import { useSetFollower, useSetStatus } from '../conversations.mutations.ts';
import { toggleCustomerPane } from '../customer/pane-store.ts';
import { openSide } from '../side/side-store.ts';
import { askSnooze } from '../snooze/snooze-store.ts';
import { useSpamActions } from '../spam/use-spam-actions.ts';
import { useTakeOver } from '../take-over/use-take-over.ts';
import { askAssignee } from './assignee-asks.ts';

/** What an action needs besides sight of the conversation. */
const NEEDS: Readonly<Record<string, string>> = {
  assign: 'conversation.assign',
  assign_me: 'conversation.assign',
  resolve: 'conversation.status',
  wait: 'conversation.status',
  reopen: 'conversation.status',
  snooze: 'conversation.status',
  spam: 'conversation.status',
  spam_block: 'conversation.status',
  side: 'conversation.reply',
};

/** What can be done with the open conversation. */
export function useConversationActions(conversation: Conversation): void {
  const { id, status } = conversation;
  const { agent, permissions } = useMe();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/conversations' });
  const setStatus = useSetStatus(id);
  const takeOver = useTakeOver(conversation);
  const setFollower = useSetFollower(id);
  const follows = conversation.followerIds.includes(agent.id);
  const { mark, putBack } = useSpamActions(id);
  const actions: Parameters<typeof useActions>[0] = [
    { id: 'assign', word: 'header.assign', group: 'group.conversation', icon: IconUserPlus, keys: 'a', run: () => askAssignee(id) },
    {
      id: 'assign_me',
      word: 'header.assign_me',
      group: 'group.conversation',
      icon: IconUserPlus,
      keys: 'shift+a',
      run: takeOver,
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
      id: 'follow',
      word: follows ? 'followers.unfollow' : 'followers.follow',
      group: 'group.conversation',
      icon: follows ? IconBellOff : IconBellPlus,
      keys: 'f',
      run: () => setFollower({ agentId: agent.id, follows: !follows }),
    },
    { id: 'side', word: 'side.start', group: 'group.conversation', icon: IconMailForward, run: () => openSide(id, 'new') },
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
  ];
  useActions(actions.filter((action) => permissions.includes(NEEDS[action.id] ?? 'conversation.read')));
}
