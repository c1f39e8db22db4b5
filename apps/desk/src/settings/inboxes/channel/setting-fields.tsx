import type { Field } from '@madoguchi/contract/channels.ts';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './channel.module.css';
import { type FieldsForm, SettingField } from './setting-field.tsx';
import { isAsked } from './setting-values.ts';

type Props = { channel: string; fields: readonly Field[]; form: FieldsForm; secretsSet: readonly string[]; inboxId?: string };

/** The form of a channel, made from its fields: those that count now, the rare ones folded away. A fault inside opens the fold. */
export function SettingFields({ channel, fields, form, secretsSet, inboxId }: Props) {
  const t = useAdminWords();
  const [unfolded, setUnfolded] = useState(false);
  const asked = fields.filter((field) => isAsked(field, form.values));
  const rare = asked.filter(({ advanced }) => advanced);
  const open = unfolded || rare.some(({ name }) => form.error(name) !== undefined);
  const draw = (field: Field) => (
    <SettingField
      key={field.name}
      channel={channel}
      field={field}
      form={form}
      isSet={secretsSet.includes(field.name)}
      inboxId={inboxId ?? null}
    />
  );
  return (
    <div className={css.fields}>
      {asked.filter(({ advanced }) => !advanced).map(draw)}
      {rare.length > 0 && (
        <div className={css.rare}>
          <button type="button" className={css.fold} aria-expanded={open} data-small onClick={() => setUnfolded(!open)}>
            <IconChevronRight size={16} stroke={2} aria-hidden />
            {t('channel.advanced')}
          </button>
          {open && <div className={css.fields}>{rare.map(draw)}</div>}
        </div>
      )}
    </div>
  );
}
