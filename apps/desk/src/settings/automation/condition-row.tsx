import type { Condition } from '@madoguchi/contract/automation-conditions.ts';
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import css from './automation.module.css';
import { FIELD_GROUPS, type Field, kindOf, withField } from './condition-kinds.ts';
import { ConditionValue } from './condition-value.tsx';

type Props = {
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
  error: string | undefined;
};

const VERBS = {
  choice: 'choice',
  attribute: 'choice',
  weekday: 'choice',
  words: 'words',
  number: 'number',
  flag: 'flag',
  time: 'time',
} as const;

/** One condition, as a sentence: a field, how it is compared, and with what. */
export function ConditionRow({ condition, onChange, onRemove, error }: Props) {
  const t = useAdminWords();
  const kind = kindOf(condition.field);
  const fields = FIELD_GROUPS.map(({ group, fields: all }) => ({
    group: t(`automation.group.${group}`),
    items: all.map((field) => ({ value: field, label: t(`automation.field.${field}`) })),
  }));
  return (
    <div className={css.condition} data-kind={kind}>
      <Select
        aria-label={t('automation.field')}
        data={fields}
        searchable
        allowDeselect={false}
        maxDropdownHeight={360}
        value={condition.field}
        onChange={(field) => field && onChange(withField(condition, field as Field))}
      />
      <Select
        aria-label={t('automation.verb')}
        data={(['is', 'not'] as const).map((way) => ({ value: way, label: t(`automation.verb.${VERBS[kind]}.${way}`) }))}
        allowDeselect={false}
        value={condition.is ? 'is' : 'not'}
        onChange={(way) => onChange({ ...condition, is: way === 'is' })}
      />
      <div className={css.value}>
        <ConditionValue condition={condition} onChange={onChange} error={error} />
      </div>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('automation.remove_condition')} onClick={onRemove}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
