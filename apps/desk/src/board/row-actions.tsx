import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Menu } from '@mantine/core';
import { IconEar, IconEye, IconUserDown } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../admin/admin-words.ts';
import { useWords } from '../app/locale.tsx';
import { useCan, useMe } from '../app/me.ts';
import { askComposer } from '../conversations/composer/composer-asks.ts';
import { useTakeOver } from '../conversations/take-over/use-take-over.ts';
import { useWhom } from '../conversations/whispers/whom.ts';
import { DotsMenu } from '../ui/dots-menu.tsx';

/** Watch, whisper, take over: what a supervisor does with a conversation of the board. Nothing for one's own. */
export function RowActions({ conversation }: { conversation: Conversation }) {
  const t = useAdminWords();
  const words = useWords();
  const myId = useMe().agent.id;
  const mayTake = useCan('conversation.assign') && conversation.assignee.agent?.id !== myId;
  const whom = useWhom(conversation);
  const takeOver = useTakeOver(conversation);
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/c/$conversationId', params: { conversationId: conversation.id } });
  if (!whom && !mayTake) return null;
  const look = (focus: boolean) => {
    askComposer(conversation.id, 'whisper', focus);
    open();
  };
  return (
    <DotsMenu label={t('board.row_menu', { subject: conversation.subject || words('conversation.untitled') })}>
      {whom && (
        <>
          <Menu.Item leftSection={<IconEye size={16} stroke={1.6} aria-hidden />} onClick={() => look(false)}>
            {t('board.watch')}
          </Menu.Item>
          <Menu.Item leftSection={<IconEar size={16} stroke={1.6} aria-hidden />} onClick={() => look(true)}>
            {t('board.whisper', { name: whom.name })}
          </Menu.Item>
        </>
      )}
      {mayTake && (
        <Menu.Item
          leftSection={<IconUserDown size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            takeOver();
            open();
          }}
        >
          {words('take_over.do')}
        </Menu.Item>
      )}
    </DotsMenu>
  );
}
