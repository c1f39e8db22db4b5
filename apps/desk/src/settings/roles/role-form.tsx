import type { CustomRole, OfferedPermission, RoleBody } from '@madoguchi/contract/roles.ts';
import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { tell } from '../../ui/tell.tsx';
import { PermissionFields } from './permission-fields.tsx';
import { RemoveRole } from './remove-role.tsx';
import { RoleSummary } from './role-summary.tsx';
import { bodyOf, isOpen, roleFaults } from './role-values.ts';
import css from './roles.module.css';
import { saveRole } from './roles.queries.ts';
import { SightFields } from './sight-fields.tsx';

export type RoleFormState = ReturnType<typeof useForm<RoleBody>>;
type Props = {
  /** Null for a new one. */
  role: CustomRole | null;
  stored: RoleBody;
  permissionsOf: (base: RoleBody['base']) => OfferedPermission[];
  others: readonly CustomRole[];
};

/** A role of the company's own, or a new one: what its people see, what they may, and what that comes to. */
export function RoleForm({ role, stored, permissionsOf, others }: Props) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const form = useForm<RoleBody>({
    id: `settings.role.${role?.id ?? 'new'}`,
    stored,
    check: roleFaults,
    refusals: { 'role.name_taken': { path: 'name', word: 'fault.role_name_taken' } },
    save: async (values) => {
      const { name } = await saveRole(role?.id ?? null, bodyOf(values));
      if (role) return;
      tell(t('roles.told_added', { name }));
      await navigate({ to: '/settings/$', params: { _splat: 'roles' } });
    },
  });
  const { values, set } = form;
  const setBase = (base: RoleBody['base']) => set({ base, permissions: permissionsOf(base).filter((one) => isOpen(one, values)) });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate>
      <div className={css.columns}>
        <div className={css.form}>
          <TextInput
            label={t('roles.name')}
            placeholder={t('roles.name_example')}
            maxLength={60}
            autoComplete="off"
            data-autofocus={role ? undefined : true}
            {...form.text('name')}
          />
          <Select
            label={t('roles.base')}
            description={t('roles.base_help')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={(['agent', 'supervisor'] as const).map((base) => ({ value: base, label: t(`role.${base}`) }))}
            value={values.base}
            onChange={(base) => base && base !== values.base && setBase(base as RoleBody['base'])}
          />
          <Section title={t('roles.sees')} text={t('roles.sees_text')}>
            <SightFields form={form} />
          </Section>
          <Section title={t('roles.can')} text={t('roles.can_text')}>
            <PermissionFields form={form} />
          </Section>
          {role && <RemoveRole role={role} others={others.filter(({ id }) => id !== role.id)} />}
        </div>
        <RoleSummary {...values} />
      </div>
      <SaveBar form={role ? form : { ...form, dirty: true }} {...(role ? {} : { saveLabel: t('roles.create') })} />
    </form>
  );
}
