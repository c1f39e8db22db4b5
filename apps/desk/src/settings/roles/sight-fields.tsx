import type { Sees } from '@madoguchi/contract/roles.ts';
import { Checkbox, Radio } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import type { RoleFormState } from './role-form.tsx';
import { seeing } from './role-values.ts';
import css from './roles.module.css';

const WIDEST_FIRST: readonly Sees[] = ['inboxes', 'own_team', 'own'];

/** How much of the conversations the role sees. */
export function SightFields({ form: { values, set } }: { form: RoleFormState }) {
  const t = useAdminWords();
  return (
    <div className={css.stack}>
      <Radio.Group aria-label={t('roles.sees')} value={values.sees} onChange={(sees) => set(seeing(values, sees as Sees))}>
        <div className={css.choices}>
          {WIDEST_FIRST.map((sees) => (
            <Radio key={sees} value={sees} label={t(`roles.sees.${sees}`)} description={t(`roles.sees_text.${sees}`)} />
          ))}
        </div>
      </Radio.Group>
      {values.sees !== 'inboxes' && (
        <Checkbox
          label={t('roles.unassigned')}
          description={t('roles.unassigned_help')}
          checked={values.unassigned}
          onChange={(event) => set({ unassigned: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
