import type { AutomationRule } from '@madoguchi/contract/automation.ts';
import { Switch } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { MoveButtons } from '../move-buttons.tsx';
import css from './automation.module.css';
import { turnRule } from './automation.queries.ts';
import { RuleTroubles } from './rule-troubles.tsx';
import { useActionWords } from './use-action-words.ts';
import { useConditionWords } from './use-condition-words.ts';
import { whenWords } from './when-words.ts';

type Props = {
  rule: AutomationRule;
  at: number;
  last: number;
  isDragged: boolean;
  onDrag: (id: string | null) => void;
  onDrop: () => void;
  onMove: (by: -1 | 1) => void;
};

/** A rule in words, with its switch, its place and how often it acted. */
export function RuleRow({ rule, at, last, isDragged, onDrag, onDrop, onMove }: Props) {
  const t = useAdminWords();
  const locale = useLocale();
  const conditions = useConditionWords(rule.conditions);
  const action = useActionWords(rule.actions);
  const turning = useMutation({ mutationFn: turnRule });
  const { id, name, enabled, runsInWeek } = rule;
  return (
    <li
      className={css.row}
      draggable
      data-dragged={isDragged || undefined}
      data-off={enabled ? undefined : ''}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        onDrag(id);
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <span className={css.grip} title={t('automation.drag')} aria-hidden>
        <IconGripVertical size={16} stroke={1.6} />
      </span>
      <div className={css.body}>
        <Link to="/settings/$" params={{ _splat: `automation/${id}` }} className={css.words} draggable={false}>
          <span className={css.name}>{name}</span>
          <span className={css.facts}>
            {whenWords(t, rule.when, locale)} · {conditions.all()}
          </span>
          <span className={css.facts}>→ {rule.actions.map(action).join(t('list_joint'))}</span>
        </Link>
        <RuleTroubles rule={rule} />
      </div>
      <span className={css.runs}>{runsInWeek > 0 ? t('automation.runs_week', { count: runsInWeek }) : t('automation.runs_never')}</span>
      <span className={css.moves}>
        <MoveButtons name={name} at={at} last={last} onMove={onMove} />
      </span>
      <Switch
        aria-label={t('automation.on', { name })}
        checked={turning.isPending ? turning.variables.enabled : enabled}
        onChange={(event) => turning.mutate({ id, enabled: event.currentTarget.checked })}
      />
    </li>
  );
}
