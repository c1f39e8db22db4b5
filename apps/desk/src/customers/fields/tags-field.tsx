import { Badge, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useEditCustomer } from '../customers.mutations.ts';
import css from './fields.module.css';
import { InPlace } from './in-place.tsx';

/** Words that customers are grouped by: VIP, 要注意. */
export function TagsField({ customerId, tags, readOnly }: { customerId: string; tags: readonly string[]; readOnly: boolean }) {
  const t = useAdminWords();
  const edit = useEditCustomer(customerId);
  const [values, setValues] = useState<string[]>([]);
  const label = t('customer.tags');
  const save = async () => {
    if (values.join('\n') === tags.join('\n')) return true;
    return edit.mutateAsync({ change: { tags: values }, back: { tags: [...tags] }, what: label }).then(
      () => true,
      () => false,
    );
  };
  return (
    <InPlace
      label={label}
      shown={
        tags.length === 0 ? null : (
          <span className={css.tags}>
            {tags.map((tag) => (
              <Badge key={tag} variant="light" tt="none">
                {tag}
              </Badge>
            ))}
          </span>
        )
      }
      readOnly={readOnly}
      busy={edit.isPending}
      onOpen={() => setValues([...tags])}
      onSave={save}
    >
      <TagsInput
        aria-label={label}
        placeholder={t('customer.tags_example')}
        value={values}
        onChange={setValues}
        acceptValueOnBlur
        maxTags={30}
      />
    </InPlace>
  );
}
