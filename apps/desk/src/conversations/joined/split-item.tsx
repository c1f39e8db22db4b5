import type { Message } from '@madoguchi/contract/messages.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsSplit2, IconDots } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { detailQuery } from '../conversations.queries.ts';
import mail from '../timeline/mail/mail.module.css';
import { useSplit } from './joined.mutations.ts';

/** From here a new conversation: not where it begins, nor where it went on elsewhere. */
export function SplitItem({ message }: { message: Message }) {
  const t = useWords();
  const split = useSplit();
  const detail = useQueryClient().getQueryData(detailQuery(message.conversationId).queryKey);
  const first = detail?.messages.find(({ kind }) => kind === 'message');
  const begins = !detail || detail.wentOn !== null || (!detail.hasEarlier && first?.id === message.id);
  return (
    <Menu.Item
      leftSection={<IconArrowsSplit2 size={16} stroke={1.6} />}
      disabled={begins || split.isPending}
      onClick={() => split.mutate(message.id)}
    >
      {t('split.do')}
    </Menu.Item>
  );
}

/** What can be done with a customer's message that is no mail. */
export function MessageMenu({ message }: { message: Message }) {
  const t = useWords();
  if (!useCan('conversation.status')) return null;
  return (
    <LazyMenu
      position="bottom-start"
      width={260}
      target={
        <ActionIcon variant="subtle" color="gray" size={24} className={mail.more} data-quiet aria-label={t('mail.more')}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      }
    >
      <SplitItem message={message} />
    </LazyMenu>
  );
}
