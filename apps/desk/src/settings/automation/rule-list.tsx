import type { AutomationRule } from '@madoguchi/contract/automation.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { ListHead } from '../list-head.tsx';
import { AddRule } from './add-rule.tsx';
import css from './automation.module.css';
import { putInOrder } from './automation.queries.ts';
import { ExampleCards } from './example-cards.tsx';
import { RuleRow } from './rule-row.tsx';

/** The rules in the order in which they are asked; put in another order by dragging or with the arrows. */
export function RuleList({ rules }: { rules: readonly AutomationRule[] }) {
  const t = useAdminWords();
  const ordering = useMutation({ mutationFn: putInOrder });
  const [dragged, setDragged] = useState<string | null>(null);
  if (rules.length === 0)
    return (
      <div className={css.empty}>
        <h3>{t('automation.none')}</h3>
        <p>{t('automation.none_text')}</p>
        <ExampleCards />
      </div>
    );
  const moveTo = (id: string, at: number) => {
    const rule = rules.find((one) => one.id === id);
    if (rule && rules[at]?.id !== id) ordering.mutate(rules.filter((one) => one.id !== id).toSpliced(at, 0, rule));
  };
  return (
    <>
      <ListHead text={t('automation.count', { count: rules.length })}>
        <AddRule />
      </ListHead>
      <ol className={css.list}>
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            at={at}
            last={rules.length - 1}
            isDragged={dragged === rule.id}
            onDrag={setDragged}
            onDrop={() => dragged && moveTo(dragged, at)}
            onMove={(by) => moveTo(rule.id, at + by)}
          />
        ))}
      </ol>
    </>
  );
}
