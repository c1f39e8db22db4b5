import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { Keys, keysText } from '../../keys/key-names.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { type SendLater, SendLaterItems } from '../later/send-later-items.tsx';
import { TimeDialog } from '../later/time-dialog.tsx';
import css from './composer.module.css';
import type { Mode } from './draft.ts';

type Props = { mode: Mode; disabled: boolean; send: (then: 'waiting' | 'resolved', later?: SendLater) => void };

/** The one primary button of the screen. Its arrow also resolves, or sends later. */
export function SendButton({ mode, disabled, send }: Props) {
  const t = useWords();
  const [choosing, setChoosing] = useState(false);
  if (mode !== 'reply')
    return (
      <Button className={css.noteButton} disabled={disabled} onClick={() => send('waiting')}>
        {t(mode === 'note' ? 'composer.add_note' : 'composer.add_whisper')}
        <span className={css.sendKeys}>{keysText('mod+enter')}</span>
      </Button>
    );
  return (
    <Button.Group>
      <Button disabled={disabled} onClick={() => send('waiting')} className={css.send}>
        {t('composer.send')}
        <span className={css.sendKeys}>{keysText('mod+enter')}</span>
      </Button>
      <LazyMenu
        position="top-end"
        width={320}
        target={
          <Button
            data-tip={t('composer.send_more')}
            px={8}
            className={css.send}
            disabled={disabled}
            aria-label={t('composer.send_more')}
            style={{ borderLeft: '1px solid color-mix(in srgb, var(--on-accent) 35%, transparent)' }}
          >
            <IconChevronDown size={16} stroke={2} />
          </Button>
        }
      >
        <Menu.Item
          leftSection={<IconCheck size={16} stroke={1.8} />}
          rightSection={<Keys keys="mod+shift+enter" />}
          onClick={() => send('resolved')}
        >
          {t('composer.send_resolve')}
        </Menu.Item>
        <Menu.Divider />
        <SendLaterItems choose={(later) => send('waiting', later)} custom={() => setChoosing(true)} />
      </LazyMenu>
      {choosing && (
        <TimeDialog
          title={t('later.title')}
          action={t('later.do')}
          option={t('later.unless_reply')}
          choose={(at, unlessReply) => send('waiting', { at, unlessReply })}
          close={() => setChoosing(false)}
        />
      )}
    </Button.Group>
  );
}
