import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useLocale, useWords } from '../../app/locale.tsx';
import { attributesQuery } from '../customer/customer-knowledge.queries.ts';
import { type FieldFilter, filterWords } from './field-filter.ts';
import css from './filter.module.css';

/** What the list is narrowed down by, for as long as it is; pressed, it is gone. */
export function FilterChip({ filter }: { filter: FieldFilter }) {
  const t = useWords();
  const locale = useLocale();
  const navigate = useNavigate();
  const { data } = useQuery(attributesQuery);
  if (!filter.field) return null;
  const words = filterWords(t, filter, data?.items ?? [], locale);
  return (
    <button
      type="button"
      className={css.chip}
      title={words}
      aria-label={t('filter.remove', { filter: words })}
      onClick={() => void navigate({ to: '.', search: (now) => ({ ...now, field: undefined, value: undefined }) as never, replace: true })}
    >
      <span>{words}</span>
      <IconX size={14} stroke={1.8} aria-hidden />
    </button>
  );
}
