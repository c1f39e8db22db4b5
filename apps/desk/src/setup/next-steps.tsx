import { IconBook2, IconCode, IconUserPlus } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { LinkButton } from '../admin/links.tsx';
import { useMe } from '../app/me.ts';
import css from './next-steps.module.css';

/** A new installation: what to do first, in the order in which it pays. */
export function NextSteps() {
  const t = useAdminWords();
  const { permissions, workspace } = useMe();
  const may = (permission: string) => permissions.includes(permission);
  return (
    <section className={css.card} aria-labelledby="next-steps">
      <h2 id="next-steps" className={css.title}>
        {t('steps.title', { name: workspace.name })}
      </h2>
      <p className={`${css.text} prose`}>{t('steps.text')}</p>
      <ol className={css.steps}>
        <li className={css.step}>
          <IconBook2 size={24} stroke={1.4} aria-hidden />
          <div className={css.words}>
            <h3>{t('steps.faq')}</h3>
            <p className="prose">{t('steps.faq_text')}</p>
            <div className={css.buttons}>
              {may('import.run') && <LinkButton to="/knowledge/import">{t('steps.faq_import')}</LinkButton>}
              <LinkButton to="/knowledge/$articleId" params={{ articleId: 'new' }} variant="default">
                {t('steps.faq_write')}
              </LinkButton>
            </div>
          </div>
        </li>
        {may('inbox.manage') && (
          <li className={css.step}>
            <IconCode size={24} stroke={1.4} aria-hidden />
            <div className={css.words}>
              <h3>{t('steps.messenger')}</h3>
              <p className="prose">{t('steps.messenger_text')}</p>
              <LinkButton to="/settings/$" params={{ _splat: 'inboxes' }} variant="default">
                {t('steps.messenger_open')}
              </LinkButton>
            </div>
          </li>
        )}
        {may('agent.manage') && (
          <li className={css.step}>
            <IconUserPlus size={24} stroke={1.4} aria-hidden />
            <div className={css.words}>
              <h3>{t('steps.agents')}</h3>
              <p className="prose">{t('steps.agents_text')}</p>
              <LinkButton to="/settings/$" params={{ _splat: 'agents' }} variant="default">
                {t('steps.agents_open')}
              </LinkButton>
            </div>
          </li>
        )}
      </ol>
    </section>
  );
}
