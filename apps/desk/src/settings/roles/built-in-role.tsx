import type { Role } from '@madoguchi/contract/agents.ts';
import { IconPlus } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { RoleSummary, sightOfBuiltIn } from './role-summary.tsx';
import { permissionsFrom } from './role-values.ts';
import css from './roles.module.css';

/** A role that comes with the product: to look at, and to make one's own from. */
export function BuiltInRole({ role, permissions }: { role: Role; permissions: readonly string[] }) {
  const t = useAdminWords();
  return (
    <div className={css.builtIn}>
      <h2 className={css.title}>{t(`role.${role}`)}</h2>
      <p className="prose">{t(`role_text.${role}`)}</p>
      <RoleSummary permissions={permissionsFrom(permissions)} sees={sightOfBuiltIn(role)} unassigned />
      {(role === 'agent' || role === 'supervisor') && (
        <LinkButton
          to="/settings/$"
          params={{ _splat: `roles/new-${role}` }}
          variant="default"
          leftSection={<IconPlus size={16} stroke={2} />}
        >
          {t('roles.use_as_base')}
        </LinkButton>
      )}
    </div>
  );
}
