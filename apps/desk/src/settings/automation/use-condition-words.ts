import type { ChoiceField, Condition, Conditions } from '@madoguchi/contract/automation-conditions.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { kindOf } from './condition-kinds.ts';
import { useChoices } from './use-choices.ts';
import { weekdayNames } from './weekdays.ts';

/** Conditions in plain words; of these conditions, names are known. */
export function useConditionWords(conditions: Conditions): {
  one: (condition: Condition) => string;
  all: () => string;
  /** What made a condition hold, as people call it; empty where the condition says it already. */
  held: (condition: Condition, value: string) => string;
} {
  const t = useAdminWords();
  const weekdays = weekdayNames(useLocale());
  const every = conditions.flatMap(({ any }) => any);
  const { nameOf } = useChoices(new Set(every.filter(({ field }) => kindOf(field) === 'choice').map(({ field }) => field as ChoiceField)));
  const join = (values: readonly string[], is = true) => values.join(t(is ? 'automation.or_joint' : 'automation.nor_joint'));

  function one(condition: Condition): string {
    const kind = kindOf(condition.field);
    const way = condition.is ? 'is' : 'not';
    const field =
      'name' in condition ? condition.name || t(`automation.field.${condition.field}`) : t(`automation.field.${condition.field}`);
    if (kind === 'flag') return t(`automation.says.flag.${way}`, { field });
    if (kind === 'words' && 'of' in condition)
      return t(`automation.says.words.${way}`, { field, values: condition.of.join(t(`automation.words_joint.${way}`)) });
    if (kind === 'attribute' && 'of' in condition && condition.of.length === 0) return t(`automation.says.filled.${way}`, { field });
    return t(`automation.says.${way}`, { field, values: valuesOf(condition) });
  }

  function valuesOf(condition: Condition): string {
    if (condition.field === 'weekday')
      return join(
        condition.of.map((day) => weekdays[day] ?? ''),
        condition.is,
      );
    if ('of' in condition) {
      const { field, of } = condition;
      return join(
        of.map((value) => (kindOf(field) === 'choice' ? nameOf(field as ChoiceField, value) : value)),
        condition.is,
      );
    }
    if (!('from' in condition)) return '';
    const { from, to } = condition;
    if (from === null) return t('automation.range_to', { to: to ?? '' });
    return to === null ? t('automation.range_from', { from }) : t('automation.range', { from, to });
  }

  function held(condition: Condition, value: string): string {
    const { field } = condition;
    const kind = kindOf(field);
    if (value === '' || kind === 'flag') return '';
    if (field === 'weekday') return weekdays[Number(value)] ?? '';
    if (kind === 'choice') {
      const said = value.split(', ').map((id) => nameOf(field as ChoiceField, id));
      return 'of' in condition && condition.is && condition.of.length === 1 ? '' : said.join(t('list_joint'));
    }
    return kind === 'words' && 'of' in condition && condition.of.length === 1 ? '' : value;
  }

  return {
    one,
    held,
    all: () =>
      conditions.length === 0
        ? t('automation.always')
        : conditions.map(({ any }) => any.map(one).join(` ${t('automation.or')} `)).join(` ${t('automation.and')} `),
  };
}
