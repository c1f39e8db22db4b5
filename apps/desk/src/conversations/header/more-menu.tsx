import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowMerge,
  IconDots,
  IconHash,
  IconLink,
  IconLinkPlus,
  IconListCheck,
  IconMailForward,
  IconShieldOff,
  IconShieldX,
  IconUser,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { EscalateDialog } from '../../routing/escalate-dialog.tsx';
import { EscalateItem } from '../../routing/escalate-item.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { MergeDialog } from '../joined/merge-dialog.tsx';
import { PickDialog } from '../procedure/pick-dialog.tsx';
import { openSide } from '../side/side-store.ts';
import { useSpamActions } from '../spam/use-spam-actions.ts';
import css from './conversation-header.module.css';

const RelateDialog = lazy(() => import('../related/relate-dialog.tsx').then(({ RelateDialog }) => ({ default: RelateDialog })));

/** What is rarely needed. */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const { mark } = useSpamActions(conversation.id);
  const [merging, setMerging] = useState(false);
  const [picking, setPicking] = useState(false);
  const [relating, setRelating] = useState(false);
  const [escalating, setEscalating] = useState(false);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    notifications.show({ id: 'copied', message: t('copied'), autoClose: 2000 });
  };
  return (
    <>
      <LazyMenu
        position="bottom-end"
        width={260}
        target={
          <ActionIcon variant="subtle" color="gray" className={css.icon} aria-label={t('header.more')}>
            <IconDots size={20} stroke={1.6} />
          </ActionIcon>
        }
      >
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
        <Menu.Item leftSection={<IconLinkPlus size={16} stroke={1.6} />} onClick={() => setRelating(true)}>
          {t('related.menu')}
        </Menu.Item>
        <Menu.Item leftSection={<IconMailForward size={16} stroke={1.6} />} onClick={() => openSide(conversation.id, 'new')}>
          {t('side.start')}
        </Menu.Item>
        <Menu.Item leftSection={<IconListCheck size={16} stroke={1.6} />} onClick={() => setPicking(true)}>
          {t('procedure.pick')}
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
      </LazyMenu>
      {merging && <MergeDialog conversation={conversation} close={() => setMerging(false)} />}
      {picking && <PickDialog conversationId={conversation.id} close={() => setPicking(false)} />}
      {relating && (
        <Suspense>
          <RelateDialog conversation={conversation} close={() => setRelating(false)} />
        </Suspense>
      )}
      {escalating && <EscalateDialog conversationId={conversation.id} onClose={() => setEscalating(false)} />}
    </>
  );
}
