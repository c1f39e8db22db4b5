import type { FlowStep } from '@madoguchi/contract/flows.ts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { moved } from '../plan/edit.ts';
import { ConditionFields } from './condition-fields.tsx';
import { ExitSelect } from './exit-select.tsx';
import css from './panel.module.css';
import { RowTools } from './row-tools.tsx';

type Branch = Extract<FlowStep, { type: 'branch' }>;
type Props = { step: Branch; onChange: (step: Branch, key?: string) => void };

const MOST = 20;

/** The rules of a branch in the order in which they are tried, and where it goes when none holds. */
export function RulesFields({ step, onChange }: Props) {
  const t = useAdminWords();
  const { rules } = step;
  const put = (next: Branch['rules'], key?: string) => onChange({ ...step, rules: next }, key);
  const rows = rules.map((rule, at) => ({ rule, at, id: `rule:${at}` }));
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t('flows.rules')}</legend>
      <ol className={css.rows}>
        {rows.map(({ rule, at, id }) => (
          <li key={id} className={css.row}>
            <RowTools
              name={t('flows.rule', { at: at + 1 })}
              at={at}
              count={rules.length}
              removeLabel={t('flows.rule_remove', { at: at + 1 })}
              onMove={(by) => put(moved(rules, at, by))}
              onRemove={() => put(rules.filter((one) => one !== rule))}
            />
            <ConditionFields
              when={rule.when}
              onChange={(when, typing) => put(rules.with(at, { ...rule, when }), typing ? `${id}.value` : undefined)}
            />
            <ExitSelect step={step} exit={{ id, to: rule.next }} />
          </li>
        ))}
      </ol>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        disabled={rules.length >= MOST}
        onClick={() => put([...rules, { when: { on: 'hours', open: true }, next: null }])}
      >
        {t('flows.rule_add')}
      </Button>
      <ExitSelect step={step} exit={{ id: 'otherwise', to: step.otherwise }} label={t('flows.exit_otherwise')} />
    </fieldset>
  );
}
