import { type OfferedPermission, type PermissionGroup, permissionGroups } from '@madoguchi/contract/roles.ts';
import { Checkbox } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import type { RoleFormState } from './role-form.tsx';
import { groups, isOpen, wordOf } from './role-values.ts';
import css from './roles.module.css';

/** What can be given, by group, each in plain words. */
export function PermissionFields({ form }: { form: RoleFormState }) {
  return (
    <div className={css.stack}>
      {groups.map((group) => (
        <Group key={group} group={group} form={form} />
      ))}
    </div>
  );
}

function Group({ group, form: { values, set } }: { group: PermissionGroup; form: RoleFormState }) {
  const t = useAdminWords();
  const its: readonly OfferedPermission[] = permissionGroups[group];
  const open = its.filter((one) => isOpen(one, values));
  const given = open.filter((one) => values.permissions.includes(one));
  const put = (changed: readonly OfferedPermission[], on: boolean) =>
    set({ permissions: [...values.permissions.filter((one) => !changed.includes(one)), ...(on ? changed : [])] });
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t(`roles.group.${group}`)}</legend>
      <Checkbox
        label={t('roles.all_of')}
        aria-label={`${t(`roles.group.${group}`)}: ${t('roles.all_of')}`}
        className={css.allOf}
        checked={given.length === open.length}
        indeterminate={given.length > 0 && given.length < open.length}
        onChange={() => put(open, given.length < open.length)}
      />
      {its.map((one) => (
        <Checkbox
          key={one}
          label={t(`permission.${wordOf(one)}`)}
          description={isOpen(one, values) ? t(`permission_text.${wordOf(one)}`) : t('roles.needs_sight')}
          disabled={!isOpen(one, values)}
          checked={values.permissions.includes(one)}
          onChange={(event) => put([one], event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
