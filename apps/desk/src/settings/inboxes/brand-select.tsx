import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { brandsQuery } from '../brands/brands.queries.ts';

/** Whose customers write to an inbox; null is the default brand. With one brand there is nothing to choose. */
export function BrandSelect({ value, onChange }: { value: string | null; onChange: (brandId: string | null) => void }) {
  const t = useAdminWords();
  const { data } = useQuery(brandsQuery);
  const standard = data?.items.find(({ isDefault }) => isDefault)?.id ?? null;
  if (!data || data.items.length < 2) return null;
  return (
    <Select
      label={t('brand.of_inbox')}
      description={t('brand.of_inbox_help')}
      allowDeselect={false}
      data={data.items.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? standard}
      onChange={(chosen) => chosen && onChange(chosen === standard ? null : chosen)}
    />
  );
}
