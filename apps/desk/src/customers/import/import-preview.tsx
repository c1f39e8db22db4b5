import {
  applyCustomerImport,
  type CustomerImport,
  type ImportField,
  type ImportMapping,
  planCustomerImport,
} from '@madoguchi/contract/customer-imports.ts';
import { Alert, Button, Group, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { tell } from '../../ui/tell.tsx';
import css from './import.module.css';
import { PlanFigures } from './plan-figures.tsx';

const FIELDS = [
  'externalId',
  'email',
  'phone',
  'name',
  'reading',
  'organization',
  'tags',
  'postalCode',
  'prefecture',
  'city',
  'street',
  'building',
  'addressLine',
] as const;

/** What each column is, and what the list would change if it is read so. */
export function ImportPreview({ list, onClose, onBack }: { list: CustomerImport; onClose: () => void; onBack: () => void }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const { data: attributes } = useQuery(attributesQuery);
  const [mapping, setMapping] = useState<ImportMapping>(list.mapping);
  const hasKey = mapping.some((field) => field === 'externalId' || field === 'email');
  const plan = useQuery({
    queryKey: ['customers', 'import', list.id, mapping],
    queryFn: () => call(planCustomerImport, { params: { id: list.id }, body: { mapping } }),
    enabled: hasKey,
    placeholderData: list.plan,
    retry: false,
  });
  const apply = useMutation({
    mutationFn: () => call(applyCustomerImport, { params: { id: list.id }, body: { mapping } }),
    onSuccess: async (done) => {
      tell(t('lists.told', { created: done.created, changed: done.changed }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['customers'] });
      await queryClient.invalidateQueries({ queryKey: ['organizations'] });
    },
  });
  const choices = [
    ...FIELDS.map((field) => ({ value: field as string, label: t(`lists.field_${field}`) })),
    ...(attributes?.items ?? [])
      .filter(({ subject }) => subject === 'customer')
      .map(({ key, label }) => ({ value: `attribute:${key}`, label })),
  ];
  const choose = (at: number, field: string | null) =>
    // A field is one column's: whoever had it before is left out.
    setMapping((now) => now.map((one, i) => (i === at ? (field as ImportField | null) : one === field ? null : one)));
  const columns = list.columns.map((column, at) => ({ ...column, at, id: `${at} ${column.name}` }));
  const changes = (plan.data?.created ?? 0) + (plan.data?.changed ?? 0);
  return (
    <div className={css.step}>
      <p className={css.text}>{t('lists.read', { count: list.rowCount, encoding: list.encoding })}</p>
      <div className={css.scroll}>
        <table className={css.columns}>
          <thead>
            <tr>
              <th>{t('lists.column')}</th>
              <th>{t('lists.samples')}</th>
              <th>{t('lists.is')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ at, id, ...column }) => (
              <tr key={id}>
                <th scope="row">{column.name}</th>
                <td className={css.samples}>{column.samples.join(t('list_joint'))}</td>
                <td>
                  <Select
                    aria-label={t('lists.is_of', { column: column.name })}
                    clearable
                    placeholder={t('lists.left_out')}
                    data={choices}
                    value={mapping[at] ?? null}
                    onChange={(field) => choose(at, field)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!hasKey && <Alert color="warning">{t('lists.key_missing')}</Alert>}
      {plan.error && <Alert color="danger">{words(plan.error)}</Alert>}
      {hasKey && plan.data && <PlanFigures plan={plan.data} busy={plan.isFetching} />}
      {apply.error && (
        <Alert color="danger" role="alert">
          {words(apply.error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack} disabled={apply.isPending}>
          {t('lists.other_file')}
        </Button>
        <Button disabled={!hasKey || changes === 0 || plan.isFetching} loading={apply.isPending} onClick={() => apply.mutate()}>
          {t('lists.apply', { count: changes })}
        </Button>
      </Group>
    </div>
  );
}
