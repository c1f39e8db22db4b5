import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { IconUserDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { readOwn, writeOwn } from '../../app/own-storage.ts';
import { clockTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { useHasDraft } from '../composer/draft-store.ts';
import css from './taken-over.module.css';
import { takenFrom } from './taken-over.ts';

const DISMISSED = 'taken-over.dismissed';

/** Tells an agent who took over from them, and that nothing of what they were writing is lost. */
export function TakenOverBanner({ detail }: { detail: ConversationDetail }) {
  const t = useWords();
  const reader = useReader();
  const taken = takenFrom(detail, useMe().agent.id);
  const hasDraft = useHasDraft(detail.conversation.id);
  const [dismissed, setDismissed] = useState(() => readOwn(DISMISSED));
  const shown = taken && dismissed !== taken.factId ? taken : null;
  const dismiss = (factId: string) => {
    writeOwn(DISMISSED, factId);
    setDismissed(factId);
  };
  return (
    <div role="status">
      {shown && (
        <div className={css.banner}>
          <IconUserDown size={18} stroke={1.6} aria-hidden />
          <p className={css.words}>
            <strong>{t('take_over.told', { name: shown.by })}</strong> <time dateTime={shown.at}>{clockTime(shown.at, reader)}</time>
            {hasDraft && <span className={css.draft}>{t('take_over.draft')}</span>}
          </p>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => dismiss(shown.factId)}>
            {t('take_over.dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
