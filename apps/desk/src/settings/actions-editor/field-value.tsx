import type { Action } from '@madoguchi/contract/actions.ts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { AttributeInput } from '../../conversations/fields/attribute-input.tsx';
import css from './actions-editor.module.css';

type Set = Extract<Action, { do: 'set_field' }>;
type Props = { action: Set; error: string | undefined; onChange: (action: Set) => void };

/** Which field of the conversation, and what it becomes: with the input that its kind asks for. */
export function FieldValue({ action, error, onChange }: Props) {
  const t = useAdminWords();
  const { data } = useQuery(attributesQuery);
  const fields = data?.items.filter(({ subject }) => subject === 'conversation') ?? [];
  const definition = fields.find(({ key }) => key === action.key);
  return (
    <div className={css.pair}>
      <Select
        aria-label={t('procedures.which_field')}
        placeholder={t(data && fields.length === 0 ? 'procedures.no_fields' : 'procedures.which_field')}
        allowDeselect={false}
        data={fields.map(({ key, label }) => ({ value: key, label }))}
        value={action.key || null}
        error={error}
        onChange={(key) => onChange({ ...action, key: key ?? '', value: '' })}
      />
      {definition && (
        <AttributeInput
          definition={definition}
          label={t('actions.field_value', { field: definition.label })}
          value={action.value}
          onChange={(value) => onChange({ ...action, value })}
        />
      )}
    </div>
  );
}
