import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { ProposalRow } from './proposal-row.tsx';
import css from './proposals.module.css';
import { useAccept, useIgnore } from './proposals.mutations.ts';
import { proposalsQuery } from './proposals.queries.ts';

/** Pairs of words that conversations show to mean the same. Nothing at all when there are none: nobody waits for them. */
export function Proposals() {
  const t = useAdminWords();
  const id = useId();
  const { data } = useQuery(proposalsQuery);
  const accept = useAccept();
  const { ignore, isIgnored } = useIgnore();
  const items = (data?.items ?? []).filter((item) => !isIgnored(item));
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className={css.proposals}>
      <h2 id={id} className={css.title}>
        {t('proposed.title')}
      </h2>
      <p className={`${css.intro} prose`}>{t('proposed.text')}</p>
      <ul className={css.list}>
        {items.map((item) => (
          <ProposalRow
            key={`${item.asked} ${item.written}`}
            item={item}
            accepting={accept.isPending && accept.variables.asked === item.asked}
            onAccept={() => accept.mutate(item)}
            onIgnore={() => ignore(item)}
          />
        ))}
      </ul>
    </section>
  );
}
