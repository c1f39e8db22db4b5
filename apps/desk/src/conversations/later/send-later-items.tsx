import { Menu } from '@mantine/core';
import { IconCalendarClock, IconSend2 } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './later.module.css';
import { presetsAt } from './later.ts';
import { presetWord } from './later-words.ts';

/** When a reply goes out. */
export type SendLater = { at: Date; unlessReply: boolean };

/** The times at which a reply could go out as well. */
export function SendLaterItems({ choose, custom }: { choose: (later: SendLater) => void; custom: () => void }) {
  const t = useWords();
  const reader = useReader();
  return (
    <>
      <Menu.Label>{t('later.send')}</Menu.Label>
      {presetsAt(new Date(), reader.zone).map(({ name, at }) => (
        <Menu.Item
          key={name}
          leftSection={<IconSend2 size={16} stroke={1.6} />}
          rightSection={<span className={css.time}>{shortTime(at.toISOString(), reader)}</span>}
          onClick={() => choose({ at, unlessReply: false })}
        >
          {t(presetWord[name])}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconCalendarClock size={16} stroke={1.6} />} onClick={custom}>
        {t('later.custom_send')}
      </Menu.Item>
    </>
  );
}
