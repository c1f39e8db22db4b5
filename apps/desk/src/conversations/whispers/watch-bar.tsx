import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { IconEar, IconEye, IconUserDown } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { keysText } from '../../keys/key-names.tsx';
import { useOnline, usePresence } from '../../live/live-store.ts';
import { askComposer } from '../composer/composer-asks.ts';
import { useTakeOver } from '../take-over/use-take-over.ts';
import { busyWith } from './watch.ts';
import css from './watch-bar.module.css';
import { useWhom } from './whom.ts';

/** For those who watch a colleague's conversation: what the colleague does just now, and the two ways to help. */
export function WatchBar({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const whom = useWhom(conversation);
  const presence = usePresence(conversation.id);
  const online = useOnline();
  const mayTake = useCan('conversation.assign');
  const takeOver = useTakeOver(conversation);
  if (!whom) return null;
  const busy = busyWith(whom.id, presence, online);
  return (
    <section className={css.bar} aria-label={t('watch.label')}>
      <IconEye size={16} stroke={1.6} aria-hidden />
      <p className={css.text}>
        <strong>{t('watch.title', { name: whom.name })}</strong>
        <span className={css.busy} data-busy={busy}>
          {t(`watch.${busy}`)}
        </span>
      </p>
      <span className={css.actions}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEar size={15} stroke={1.7} aria-hidden />}
          title={`${t('composer.whisper')}  ${keysText('h')}`}
          onClick={() => askComposer(conversation.id, 'whisper')}
        >
          {t('composer.whisper')}
        </Button>
        {mayTake && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUserDown size={15} stroke={1.7} aria-hidden />}
            title={`${t('take_over.do')}  ${keysText('shift+a')}`}
            onClick={takeOver}
          >
            {t('take_over.do')}
          </Button>
        )}
      </span>
    </section>
  );
}
