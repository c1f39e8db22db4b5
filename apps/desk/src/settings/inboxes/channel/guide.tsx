import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './channel.module.css';

/** What is to be done in the platform's own console, step by step; open until something is set. */
export function Guide({ steps, open }: { steps: readonly string[]; open: boolean }) {
  const t = useAdminWords();
  const [shown, setShown] = useState(open);
  return (
    <div className={css.guide}>
      <button type="button" className={css.fold} aria-expanded={shown} data-small onClick={() => setShown(!shown)}>
        <IconChevronRight size={16} stroke={2} aria-hidden />
        {t('channel.guide')}
      </button>
      {shown && (
        <ol className={css.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
