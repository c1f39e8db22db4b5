import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { typedClock } from './clock.ts';
import { dayWord, longDays } from './day-words.ts';
import css from './hours-section.module.css';
import { mostRanges, nextRange, type Range } from './hours-values.ts';

type Props = {
  /** Monday is 0. */
  day: number;
  ranges: Range[];
  error: string | undefined;
  onTouch: () => void;
  onChange: (ranges: Range[]) => void;
  onCopy: (to: readonly number[]) => void;
};

const weekdays = [0, 1, 2, 3, 4];
const everyDay = [0, 1, 2, 3, 4, 5, 6];

export function DayRow({ day, ranges, error, onTouch, onChange, onCopy }: Props) {
  const t = useAdminWords();
  const name = t(dayWord(longDays, day));
  const patch = (at: number, change: Partial<Range>) =>
    onChange(ranges.map((range, index) => (index === at ? { ...range, ...change } : range)));
  const add = () => onChange([...ranges, nextRange(ranges)]);
  const settle = (at: number) => {
    const { from, to } = ranges[at] as Range;
    patch(at, { from: typedClock(from) ?? from, to: typedClock(to) ?? to });
    onTouch();
  };
  return (
    <fieldset className={css.day} aria-label={name}>
      <span className={css.name} data-closed={ranges.length === 0 || undefined}>
        {name}
      </span>
      <div className={css.ranges}>
        {ranges.length === 0 && <span className={css.closed}>{t('hours.closed_then')}</span>}
        {ranges.map((range, at) => (
          <div key={`${day}.${String(at)}`} className={css.range}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                className={css.clock}
                aria-label={t(end === 'from' ? 'hours.from' : 'hours.to', { day: name })}
                inputMode="numeric"
                placeholder="10:00"
                value={range[end]}
                error={Boolean(error)}
                onChange={(event) => patch(at, { [end]: event.currentTarget.value })}
                onBlur={() => settle(at)}
              />
            ))}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('hours.remove_range', { day: name, from: range.from, to: range.to })}
              onClick={() => onChange(ranges.filter((_, index) => index !== at))}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        {error && (
          <p className={css.error} role="alert">
            {error}
          </p>
        )}
      </div>
      <div className={css.tools}>
        {ranges.length === 0 ? (
          <Button variant="subtle" color="gray" leftSection={<IconPlus size={16} stroke={1.6} />} onClick={add}>
            {t('hours.open')}
          </Button>
        ) : (
          <Tooltip label={t('hours.add_range')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={ranges.length >= mostRanges}
              aria-label={`${name}: ${t('hours.add_range')}`}
              onClick={add}
            >
              <IconPlus size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={t('hours.copy')}>
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('hours.copy_from', { day: name })}>
                <IconCopy size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onCopy(weekdays)}>{t('hours.copy_weekdays')}</Menu.Item>
            <Menu.Item onClick={() => onCopy(everyDay)}>{t('hours.copy_every_day')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </fieldset>
  );
}
