import type { InboxHealth } from '@madoguchi/contract/channels.ts';
import type { ReactNode } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { Ago } from '../../ui/time-text.tsx';
import css from './health.module.css';

type Props = { health: InboxHealth; children?: ReactNode };

/** What is wrong with an inbox, since when, and what the platform said. `children`: the way out. */
export function Problem({ health: { failure, failureDetail, failingSince }, children }: Props) {
  const t = useAdminWords();
  const words = useChannelWords();
  return (
    <div className={css.problem}>
      <div>
        {/* Not said to be unknown while the words for it are on their way. */}
        <p className={css.reason}>{(failure && words.failure(failure)) ?? (words.ready ? t('health.no_reason') : '\u00a0')}</p>
        {failure && (words.wayOut(failure) || !words.ready) && <p className={css.wayOut}>{words.wayOut(failure) ?? '\u00a0'}</p>}
        <p className={css.small}>
          {failingSince && (
            <>
              {t('health.since')} <Ago at={failingSince} />
            </>
          )}
          {failingSince && failureDetail && ' · '}
          {failureDetail}
        </p>
      </div>
      {children}
    </div>
  );
}
