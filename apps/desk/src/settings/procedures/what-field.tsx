import type { ProcedureStep } from '@madoguchi/contract/procedures.ts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useSettled } from '../../admin/use-settled.ts';
import { listCannedResponses, searchArticles } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';

type Props = { step: ProcedureStep; error: string | undefined; onChange: (step: ProcedureStep) => void };

/** What a step leads to: a field, a canned response, or (if wanted) an article. */
export function WhatField({ step, error, onChange }: Props) {
  if (step.kind === 'field') return <FieldOf step={step} error={error} onChange={onChange} />;
  if (step.kind === 'canned') return <CannedOf step={step} error={error} onChange={onChange} />;
  return <ArticleOf step={step} onChange={onChange} />;
}

type Of<K> = { step: Extract<ProcedureStep, { kind: K }>; onChange: (step: ProcedureStep) => void };

function FieldOf({ step, error, onChange }: Of<'field'> & { error: string | undefined }) {
  const t = useAdminWords();
  const { data } = useQuery(attributesQuery);
  const fields = data?.items.filter(({ subject }) => subject === 'conversation') ?? [];
  return (
    <Select
      aria-label={t('procedures.which_field')}
      placeholder={t(data && fields.length === 0 ? 'procedures.no_fields' : 'procedures.which_field')}
      data={fields.map(({ key, label }) => ({ value: key, label }))}
      value={step.key || null}
      error={error}
      onChange={(key) => onChange({ ...step, key: key ?? '', title: step.title || (fields.find((one) => one.key === key)?.label ?? '') })}
    />
  );
}

function CannedOf({ step, error, onChange }: Of<'canned'> & { error: string | undefined }) {
  const t = useAdminWords();
  const { data } = useQuery({ queryKey: ['canned-responses'], queryFn: () => call(listCannedResponses), staleTime: 60_000 });
  return (
    <Select
      aria-label={t('procedures.which_canned')}
      placeholder={t('procedures.which_canned')}
      searchable
      data={data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []}
      value={step.cannedResponseId || null}
      error={error}
      onChange={(cannedResponseId) => onChange({ ...step, cannedResponseId: cannedResponseId ?? '' })}
    />
  );
}

function ArticleOf({ step, onChange }: Of<'do'>) {
  const t = useAdminWords();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 250);
  const { data } = useQuery({
    queryKey: ['articles', 'for-step', q],
    queryFn: () => call(searchArticles, { query: { q, limit: 8 } }),
    enabled: q !== '',
  });
  const found = (data?.hits ?? []).map(({ articleId, question }) => ({ value: articleId, label: question }));
  const chosen =
    step.articleId && !found.some(({ value }) => value === step.articleId)
      ? [{ value: step.articleId, label: t('procedures.article_chosen') }]
      : [];
  return (
    <Select
      aria-label={t('procedures.which_article')}
      placeholder={t('procedures.which_article')}
      searchable
      clearable
      filter={({ options }) => options}
      nothingFoundMessage={q === '' ? undefined : t('procedures.no_article')}
      data={[...chosen, ...found]}
      value={step.articleId}
      onSearchChange={setTyped}
      onChange={(articleId) => onChange({ ...step, articleId })}
    />
  );
}
