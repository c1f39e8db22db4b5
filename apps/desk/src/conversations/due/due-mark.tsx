import type { Due } from '@madoguchi/contract/conversations.ts';
import { IconAlarm, IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { useLocale, useWords } from '../../app/locale.tsx';
import { fullTime } from '../../ui/time.ts';
import { useNow, useReader } from '../../ui/use-now.ts';
import css from './due.module.css';
import { dueLook, promiseWord } from './due.ts';

const icons = { running: IconAlarm, close: IconClockExclamation, over: IconAlertTriangle } as const;

/** How much time is left of what the customer was promised: in words and a shape, with what it is on hover. */
export function DueMark({ due }: { due: Due }) {
  const t = useWords();
  const reader = useReader();
  const { state, time, justOver } = dueLook(due, useNow(), useLocale());
  const Icon = icons[state];
  const full = t(state === 'over' ? 'due.was_until' : 'due.until', {
    promise: t(promiseWord(due.promise)),
    time: fullTime(due.at, reader),
  });
  return (
    <span className={css.mark} data-state={state} title={full}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {justOver ? t('due.over_now') : t(state === 'over' ? 'due.over' : 'due.left', { time })}
    </span>
  );
}
