import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import type { SideConversation } from '@madoguchi/contract/side-conversations.ts';
import { Drawer } from '@mantine/core';
import { usePhone } from '../../admin/use-phone.ts';
import { useWords } from '../../app/locale.tsx';
import css from './side.module.css';
import { SideStart } from './side-start.tsx';
import { closeSide } from './side-store.ts';
import { SideThread } from './side-thread.tsx';

type Props = { conversation: Conversation; messages: readonly Message[]; side: SideConversation | null };

/** A side conversation, or the form of a new one, over the conversation it stands beside. */
export function SideDrawer({ conversation, messages, side }: Props) {
  const t = useWords();
  const phone = usePhone();
  return (
    <Drawer
      opened
      onClose={closeSide}
      position="right"
      size={phone ? '100%' : 520}
      title={side ? side.subject : t('side.start').replace('…', '')}
      closeButtonProps={{ 'aria-label': t('action.close'), size: 44, iconSize: 20 }}
      classNames={{ body: css.drawer ?? '', content: css.drawerContent ?? '', title: css.drawerTitle ?? '' }}
      padding={0}
      styles={{ header: { padding: '6px 4px 6px 20px', minHeight: 56 } }}
    >
      {side ? <SideThread conversation={conversation} side={side} /> : <SideStart conversation={conversation} messages={messages} />}
    </Drawer>
  );
}
