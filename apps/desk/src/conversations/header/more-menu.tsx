import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowMerge, IconDots, IconHash, IconLink, IconShieldOff, IconShieldX, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { EscalateDialog } from '../../routing/escalate-dialog.tsx';
import { EscalateItem } from '../../routing/escalate-item.tsx';
import { MergeDialog } from '../joined/merge-dialog.tsx';
import { useSpamActions } from '../spam/use-spam-actions.ts';
import css from './conversation-header.module.css';

/** What is rarely needed. */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const { mark } = useSpamActions(conversation.id);
  const [merging, setMerging] = useState(false);
  const [escalating, setEscalating] = useState(false);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notifications.show({ id: 'copied', message: t('copied'), autoClose: 2000 });
  };
  return (
    <>
      <Menu position="bottom-end" width={260}>
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
          <Menu.Item
            leftSection={<IconArrowMerge size={16} stroke={1.6} />}
            disabled={conversation.mergedInto !== null}
            onClick={() => setMerging(true)}
          >
            {t('merge.menu')}
          </Menu.Item>
          <EscalateItem conversationId={conversation.id} onChoose={() => setEscalating(true)} />
          {!conversation.spam && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconShieldX size={16} stroke={1.6} />} onClick={() => mark(false)}>
                {t('spam.mark')}
              </Menu.Item>
              <Menu.Item leftSection={<IconShieldOff size={16} stroke={1.6} />} onClick={() => mark(true)}>
                {t('spam.mark_block')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {merging && <MergeDialog conversation={conversation} close={() => setMerging(false)} />}
      {escalating && <EscalateDialog conversationId={conversation.id} onClose={() => setEscalating(false)} />}
    </>
  );
}
