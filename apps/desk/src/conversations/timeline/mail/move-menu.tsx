import type { Message } from '@madoguchi/contract/messages.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsSplit, IconDots, IconFolderShare } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../app/locale.tsx';
import { LazyMenu } from '../../../ui/lazy-menu.tsx';
import { SplitItem } from '../../joined/split-item.tsx';
import css from './mail.module.css';
import { useMove } from './use-move.ts';

const MoveDialog = lazy(() => import('./move-dialog.tsx').then(({ MoveDialog }) => ({ default: MoveDialog })));

/** A mail that came into the wrong conversation can be put right; what answers it goes with it. */
export function MoveMenu({ message }: { message: Message }) {
  const t = useWords();
  const move = useMove(message);
  const [asked, setAsked] = useState(false);
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <LazyMenu
        position="bottom-start"
        width={260}
        target={
          <ActionIcon variant="subtle" color="gray" size={24} className={css.more} aria-label={t('mail.more')}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        }
      >
        <Menu.Item
          leftSection={<IconFolderShare size={16} stroke={1.6} />}
          onClick={() => {
            setAsked(true);
            setChoosing(true);
          }}
        >
          {t('mail.move')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowsSplit size={16} stroke={1.6} />} onClick={() => void move(null)}>
          {t('mail.move_to_new')}
        </Menu.Item>
        <SplitItem message={message} />
      </LazyMenu>
      {asked && (
        <Suspense>
          <MoveDialog opened={choosing} message={message} move={move} close={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  );
}
