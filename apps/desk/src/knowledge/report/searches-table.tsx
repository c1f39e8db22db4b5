import { Button } from '@mantine/core';
import { IconEqual, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useCan } from '../../app/me.ts';
import { Ago } from '../../ui/time-text.tsx';
import { SynonymsDialog } from '../synonyms/synonyms-dialog.tsx';
import { useDraft } from '../unanswered/use-draft.ts';
import css from './report.module.css';
import type { FruitlessSearch } from './report.queries.ts';
import { type Column, ReportTable } from './report-table.tsx';

/** What readers searched for in vain: each is one click from an article, or from being known as a synonym. */
export function SearchesTable({ searches, days }: { searches: readonly FruitlessSearch[]; days: number }) {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  const draft = useDraft();
  const [word, setWord] = useState<string | null>(null);
  const columns: Column<FruitlessSearch>[] = [
    { name: t('report.query'), show: ({ query }) => query, csv: ({ query }) => query },
    { name: t('report.language'), show: ({ locale }) => t(`report.lang_${locale}`), csv: ({ locale }) => t(`report.lang_${locale}`) },
    {
      name: t('report.count'),
      help: t('report.count_help'),
      isNumber: true,
      show: ({ count }) => count.toLocaleString(),
      csv: (row) => row.count,
    },
    { name: t('report.last_at'), show: ({ lastAt }) => <Ago at={lastAt} />, csv: ({ lastAt }) => lastAt },
  ];
  const acts: Column<FruitlessSearch> = {
    name: '',
    show: ({ query }) => (
      <span className={css.actions}>
        <Button
          variant="light"
          size="compact-md"
          leftSection={<IconPencil size={14} stroke={1.6} />}
          loading={draft.isPending && draft.variables.question === query}
          onClick={() => draft.mutate({ question: query })}
        >
          {t('report.to_draft')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          leftSection={<IconEqual size={14} stroke={1.6} />}
          onClick={() => setWord(query)}
        >
          {t('report.to_synonym')}
        </Button>
      </span>
    ),
  };
  return (
    <>
      <ReportTable
        title={t('report.searches')}
        help={t('report.searches_help')}
        none={t('report.searches_none')}
        fileName={`searches-${days}d.csv`}
        rows={searches}
        rowKey={({ query, locale }) => `${locale} ${query}`}
        columns={mayWrite ? [...columns, acts] : columns}
      />
      {word !== null && <SynonymsDialog group={null} word={word} onClose={() => setWord(null)} />}
    </>
  );
}
