import { useWords } from '../../app/locale.tsx';
import { dayLabel } from '../../ui/time.ts';
import { useNow, useReader } from '../../ui/use-now.ts';
import css from './timeline.module.css';

export function DaySeparator({ at }: { at: string }) {
  const t = useWords();
  const label = dayLabel(at, useNow(), useReader());
  return <div className={css.day}>{'text' in label ? label.text : t(label.relative === 'today' ? 'day.today' : 'day.yesterday')}</div>;
}
