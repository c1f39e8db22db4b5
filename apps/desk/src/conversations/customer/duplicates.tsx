import type { Duplicate } from '@madoguchi/contract/customer-merges.ts';
import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { customerName } from '../customer-name.ts';
import { reasonWords } from './duplicate-words.ts';
import css from './duplicates.module.css';
import { duplicatesQuery, useDistinguish, useMerge } from './duplicates.mutations.ts';

/** Who may be the same person, and why: an agent says whether it is so. Nothing is shown, and no room taken, while nobody is. */
export function Duplicates({ customerId }: { customerId: string }) {
  const t = useWords();
  const titleId = useId();
  const { data } = useQuery(duplicatesQuery(customerId));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={css.box} aria-labelledby={titleId}>
      <h4 id={titleId} className={css.title}>
        <IconUsersPlus size={16} stroke={1.8} aria-hidden />
        {t('duplicate.title')}
      </h4>
      <ul className={css.list}>
        {data.items.map((duplicate) => (
          <DuplicateRow key={duplicate.customer.id} customerId={customerId} duplicate={duplicate} />
        ))}
      </ul>
    </section>
  );
}

/** One of them. */
export function DuplicateRow({ customerId, duplicate }: { customerId: string; duplicate: Duplicate }) {
  const t = useWords();
  const mayMerge = useCan('customer.merge');
  const merge = useMerge(customerId);
  const distinguish = useDistinguish(customerId);
  const { customer, reasons } = duplicate;
  const busy = merge.isPending || distinguish.isPending;
  return (
    <li className={css.row}>
      <Link to="/customers/$customerId" params={{ customerId: customer.id }} className={css.name}>
        {customerName(t, customer.name)}
        {customer.reading && <span className={css.reading}>{customer.reading}</span>}
      </Link>
      {customer.email && <span className={css.email}>{customer.email}</span>}
      <ul className={css.reasons}>
        {reasons.map((reason) => (
          <li key={`${reason.kind} ${reason.value}`}>{reasonWords(t, reason)}</li>
        ))}
      </ul>
      {mayMerge && (
        <div className={css.actions}>
          <Button size="compact-sm" variant="light" loading={merge.isPending} disabled={busy} onClick={() => merge.mutate(duplicate)}>
            {t('duplicate.merge')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" disabled={busy} onClick={() => distinguish.mutate(duplicate)}>
            {t('duplicate.not_same')}
          </Button>
        </div>
      )}
    </li>
  );
}
