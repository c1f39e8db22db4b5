import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconHash, IconLink, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/locale.tsx';
import css from './conversation-header.module.css';

/** What is rarely needed. */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notifications.show({ id: 'copied', message: t('copied'), autoClose: 2000 });
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" className={css.icon} aria-label={t('header.more')}>
          <IconDots size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLink size={16} stroke={1.6} />} onClick={() => void copy(location.href)}>
          {t('header.copy_link')}
        </Menu.Item>
        <Menu.Item leftSection={<IconHash size={16} stroke={1.6} />} onClick={() => void copy(`#${conversation.number}`)}>
          {t('header.copy_number')}
        </Menu.Item>
        <Menu.Item leftSection={<IconUser size={16} stroke={1.6} />} component={Link} to={`/customers/${conversation.customer.id}`}>
          {t('header.open_customer')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
