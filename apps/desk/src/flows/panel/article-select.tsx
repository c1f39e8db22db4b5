import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useSettled } from '../../admin/use-settled.ts';
import { articleChoicesQuery, chosenArticleQuery } from '../flows.queries.ts';

type Props = { value: string; onChange: (id: string) => void };

/** One published article, found by its words. */
export function ArticleSelect({ value, onChange }: Props) {
  const t = useAdminWords();
  const [typed, setTyped] = useState('');
  const chosen = useQuery({ ...chosenArticleQuery(value), enabled: value !== '' });
  const name = chosen.data?.question;
  const asked = useSettled(typed === name ? '' : typed.trim().slice(0, 200), 200);
  const found = useQuery({ ...articleChoicesQuery(asked), placeholderData: (before) => before });
  const items = (found.data?.items ?? []).map(({ id, question }) => ({ value: id, label: question }));
  const data = name && !items.some((item) => item.value === value) ? [{ value, label: name }, ...items] : items;
  return (
    <Select
      aria-label={t('flows.article_search')}
      placeholder={t('flows.article_search')}
      nothingFoundMessage={t('flows.article_none')}
      searchable
      allowDeselect={false}
      value={value || null}
      data={data}
      // The server has searched already.
      filter={({ options }) => options}
      onSearchChange={setTyped}
      error={chosen.isError ? t('flows.fault_article_missing') : undefined}
      onChange={(id) => id && onChange(id)}
    />
  );
}
