import { listArticles } from '@madoguchi/contract/knowledge.ts';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';

type Props = { value: string | null; disabled: boolean; error: string | undefined; onChange: (articleId: string | null) => void };

/** Finds a published article by words of its title or text. */
export function ArticleSelect({ value, disabled, error, onChange }: Props) {
  const t = useAdminWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['articles', 'to-check', q],
    queryFn: () => call(listArticles, { query: { q: q || undefined, status: 'published', audience: 'public', limit: 20 } }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ id, question }) => ({ value: id, label: question }));
  return (
    <Select
      label={t('checked.article')}
      placeholder={t('checked.article_find')}
      searchable
      clearable
      data={options}
      // The server has searched already: what it found is shown as it is.
      filter={({ options: all }) => all}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      disabled={disabled}
      error={error}
      maxDropdownHeight={280}
    />
  );
}
