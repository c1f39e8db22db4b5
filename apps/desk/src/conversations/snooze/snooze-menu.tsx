import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Menu } from '@mantine/core';
import { IconBellZ, IconCalendarClock, IconMessageReply, IconSunrise, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useStore } from '../../ui/store.ts';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from '../header/conversation-header.module.css';
import later from '../later/later.module.css';
import { presetsAt } from '../later/later.ts';
import { presetWord } from '../later/later-words.ts';
import { TimeDialog } from '../later/time-dialog.tsx';
import { snoozeAsks } from './snooze-store.ts';
import { useSnooze } from './use-snooze.ts';

/** Until when it is out of sight, and every way to put it there. */
export function SnoozeMenu({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const reader = useReader();
  const { snooze, wake } = useSnooze(conversation.id);
  const [opened, setOpened] = useState(false);
  const [custom, setCustom] = useState(false);
  const asked = useStore(snoozeAsks, (ask) => ask);
  useEffect(() => {
    if (asked?.conversationId !== conversation.id) return;
    snoozeAsks.set(null);
    setOpened(true);
  }, [asked, conversation.id]);
  const { snoozed } = conversation;
  const label = snoozed ? (snoozed.until ? t('snooze.until', { time: shortTime(snoozed.until, reader) }) : t('snooze.until_reply')) : null;
  return (
    <>
      <LazyMenu
        position="bottom-start"
        width={300}
        opened={opened}
        onChange={setOpened}
        target={
          <button type="button" className={css.button} title={`${t('snooze.do')}  B`} aria-label={label ?? t('snooze.do')}>
            <IconBellZ size={16} stroke={1.6} aria-hidden />
            {label && <span>{label}</span>}
          </button>
        }
      >
        {snoozed && (
          <>
            <Menu.Item leftSection={<IconX size={16} stroke={1.6} />} onClick={wake}>
              {t('snooze.wake')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        {opened &&
          presetsAt(new Date(), reader.zone).map(({ name, at }) => (
            <Menu.Item
              key={name}
              leftSection={<IconSunrise size={16} stroke={1.6} />}
              rightSection={<span className={later.time}>{shortTime(at.toISOString(), reader)}</span>}
              onClick={() => snooze(at)}
            >
              {t(presetWord[name])}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<IconMessageReply size={16} stroke={1.6} />} onClick={() => snooze(null)}>
          {t('snooze.reply')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCalendarClock size={16} stroke={1.6} />} onClick={() => setCustom(true)}>
          {t('later.custom')}
        </Menu.Item>
      </LazyMenu>
      {custom && (
        <TimeDialog title={t('snooze.title')} action={t('snooze.do')} choose={(at) => snooze(at)} close={() => setCustom(false)} />
      )}
    </>
  );
}
