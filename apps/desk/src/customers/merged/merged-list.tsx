import type { Customer } from '@madoguchi/contract/customers.ts';
import { Button } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { useUndoMerge } from '../../conversations/customer/duplicates.mutations.ts';
import { customerName } from '../../conversations/customer-name.ts';
import { Ago } from '../../ui/time-text.tsx';
import css from './merged-list.module.css';

/** Who was merged into this customer: taken back at any time. */
export function MergedList({ customer }: { customer: Customer }) {
  const t = useAdminWords();
  const desk = useWords();
  const mayMerge = useCan('customer.merge');
  const undo = useUndoMerge();
  if (customer.merged.length === 0) return null;
  return (
    <Section title={t('merged.title')} text={t('merged.text')}>
      <ul className={css.list}>
        {customer.merged.map((merge) => {
          const addresses = customer.identities.filter(({ id, kind }) => merge.customer.identityIds.includes(id) && kind !== 'visitor');
          return (
            <li key={merge.id} className={css.row}>
              <span className={css.words}>
                <span>{customerName(desk, merge.customer.name)}</span>
                {addresses.length > 0 && <span className={css.addresses}>{addresses.map(({ value }) => value).join(t('list_joint'))}</span>}
                <span className={css.by}>
                  {t('merged.by', { name: merge.mergedBy })} · <Ago at={merge.mergedAt} />
                </span>
              </span>
              {mayMerge && (
                <Button
                  size="compact-md"
                  variant="default"
                  loading={undo.isPending && undo.variables === merge.id}
                  onClick={() => undo.mutate(merge.id)}
                >
                  {t('merged.undo')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
