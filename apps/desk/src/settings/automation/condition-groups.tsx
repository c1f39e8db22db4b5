import type { Condition, Conditions } from '@madoguchi/contract/automation-conditions.ts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './automation.module.css';
import { newCondition } from './condition-kinds.ts';
import { ConditionRow } from './condition-row.tsx';

type Props = { value: Conditions; onChange: (conditions: Conditions) => void; errorAt: (path: string) => string | undefined };

const MOST_GROUPS = 20;
const MOST_IN_GROUP = 20;

/** Boxes of conditions: one of a box is enough, all boxes must hold. */
export function ConditionGroups({ value, onChange, errorAt }: Props) {
  const t = useAdminWords();
  const put = (group: number, any: Condition[]) => onChange(any.length === 0 ? value.toSpliced(group, 1) : value.with(group, { any }));
  return (
    <div className={css.groups}>
      {value.length === 0 && <p className={css.always}>{t('automation.always')}</p>}
      {value.map(({ any }, group) => (
        <Fragment key={String(group)}>
          {group > 0 && <span className={css.and}>{t('automation.and')}</span>}
          <div className={css.group}>
            {any.map((condition, at) => (
              <Fragment key={String(at)}>
                {at > 0 && <span className={css.or}>{t('automation.or')}</span>}
                <ConditionRow
                  condition={condition}
                  error={errorAt(`conditions.${group}.${at}`)}
                  onChange={(changed) => put(group, any.with(at, changed))}
                  onRemove={() => put(group, any.toSpliced(at, 1))}
                />
              </Fragment>
            ))}
            {any.length < MOST_IN_GROUP && (
              <Button
                variant="subtle"
                size="compact-md"
                leftSection={<IconPlus size={14} stroke={1.8} />}
                onClick={() => put(group, [...any, newCondition(any.at(-1)?.field ?? 'tag')])}
              >
                {t('automation.add_or')}
              </Button>
            )}
          </div>
        </Fragment>
      ))}
      {value.length < MOST_GROUPS && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={2} />}
          onClick={() => onChange([...value, { any: [newCondition('channel')] }])}
        >
          {t('automation.add_condition')}
        </Button>
      )}
    </div>
  );
}
