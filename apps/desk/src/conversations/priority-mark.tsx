import type { Priority } from '@madoguchi/contract/conversations.ts';
import { IconAntennaBars2, IconAntennaBars3, IconAntennaBars4, IconAntennaBars5 } from '@tabler/icons-react';
import { useWords } from '../app/locale.tsx';
import { priorityWord } from './header/priorities.ts';
import css from './priority-mark.module.css';

const icons = { low: IconAntennaBars2, normal: IconAntennaBars3, high: IconAntennaBars4, urgent: IconAntennaBars5 } as const;

/** How soon it should be looked at, as a shape that differs without its color. */
export function PriorityMark({ priority, size = 16 }: { priority: Priority; size?: number }) {
  const t = useWords();
  const Icon = icons[priority];
  return (
    <span className={css.mark} data-priority={priority} role="img" aria-label={t(priorityWord(priority))} title={t(priorityWord(priority))}>
      <Icon size={size} stroke={2} aria-hidden />
    </span>
  );
}
