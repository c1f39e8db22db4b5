import type { Role } from '@madoguchi/contract/agents.ts';
import type { RoleBody } from '@madoguchi/contract/roles.ts';
import { IconCheck, IconEye, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { offered, wordOf } from './role-values.ts';
import css from './roles.module.css';

/** What the role comes to, in plain words: what its people see, can do, and cannot. `sees` all: of the built-in ones of the house. */
export function RoleSummary({
  permissions,
  sees,
  unassigned,
}: Pick<RoleBody, 'permissions' | 'unassigned'> & { sees: RoleBody['sees'] | 'all' }) {
  const t = useAdminWords();
  const can = offered.filter((one) => permissions.includes(one));
  const cannot = offered.filter((one) => !permissions.includes(one));
  const what = sees === 'all' ? t('roles.summary_all') : t(`roles.sees.${sees}`);
  const isNarrow = sees === 'own_team' || sees === 'own';
  return (
    <aside className={css.summary} aria-label={t('roles.summary')}>
      <h2 className={css.summaryTitle}>{t('roles.summary')}</h2>
      <h3 className={css.part}>
        <IconEye size={16} stroke={1.8} aria-hidden />
        {t('roles.summary_sees')}
      </h3>
      <p className={css.seen}>
        {permissions.includes('conversation.read')
          ? isNarrow && unassigned
            ? t('roles.summary_and_unassigned', { what })
            : what
          : t('roles.summary_blind')}
      </p>
      <h3 className={css.part} data-kind="can">
        <IconCheck size={16} stroke={2} aria-hidden />
        {t('roles.summary_can')}
      </h3>
      <Names of={can} />
      <h3 className={css.part} data-kind="cannot">
        <IconX size={16} stroke={2} aria-hidden />
        {t('roles.summary_cannot')}
      </h3>
      <Names of={cannot} />
    </aside>
  );
}

function Names({ of }: { of: RoleBody['permissions'] }) {
  const t = useAdminWords();
  if (of.length === 0) return <p className={css.seen}>{t('roles.summary_nothing')}</p>;
  return (
    <ul className={css.names}>
      {of.map((one) => (
        <li key={one}>{t(`permission.${wordOf(one)}`)}</li>
      ))}
    </ul>
  );
}

/** Of a built-in role. */
export const sightOfBuiltIn = (role: Role) => (role === 'owner' || role === 'admin' ? 'all' : 'inboxes');
