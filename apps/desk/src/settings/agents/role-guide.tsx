import { useAdminWords } from '../../admin/admin-words.ts';
import { roles } from './agent-limits.ts';
import css from './agents-section.module.css';

/** What each role may do, where somebody chooses one. */
export function RoleGuide() {
  const t = useAdminWords();
  return (
    <dl className={css.guide} aria-label={t('agents.roles')}>
      {roles.map((role) => (
        <div key={role}>
          <dt>{t(`role.${role}`)}</dt>
          <dd className="prose">{t(`role_text.${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
