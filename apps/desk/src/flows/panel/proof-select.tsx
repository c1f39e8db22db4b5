import { type ProofBy, proofBy } from '@madoguchi/contract/flows.ts';
import { Select } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';

type Props = { value: ProofBy; onChange: (by: ProofBy) => void };

/** By what customers prove who they are. */
export function ProofSelect({ value, onChange }: Props) {
  const t = useAdminWords();
  return (
    <Select
      label={t('flows.proof_by')}
      description={value === 'email' ? undefined : t('flows.proof_by_help')}
      allowDeselect={false}
      value={value}
      data={proofBy.options.map((by) => ({ value: by, label: t(`flows.proof_by_${by}`) }))}
      onChange={(by) => onChange(proofBy.options.find((one) => one === by) ?? 'email')}
    />
  );
}
