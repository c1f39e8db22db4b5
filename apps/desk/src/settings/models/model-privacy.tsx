import { IconCheck, IconLock } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import css from './models-section.module.css';

/** What leaves the house when a model is on, what never does, and what is done with the reply. */
export function ModelPrivacy() {
  const t = useAdminWords();
  return (
    <Section title={t('models.privacy')}>
      <div className={css.privacy}>
        <div>
          <h3 className={css.small}>{t('models.leaves')}</h3>
          <ul className={css.points}>
            <li>
              <IconCheck size={16} stroke={1.8} aria-hidden />
              {t('models.leaves_question')}
            </li>
            <li>
              <IconCheck size={16} stroke={1.8} aria-hidden />
              {t('models.leaves_articles')}
            </li>
          </ul>
        </div>
        <div>
          <h3 className={css.small}>{t('models.stays')}</h3>
          <ul className={css.points}>
            <li>
              <IconLock size={16} stroke={1.8} aria-hidden />
              {t('models.stays_personal')}
            </li>
            <li>
              <IconLock size={16} stroke={1.8} aria-hidden />
              {t('models.stays_rest')}
            </li>
          </ul>
        </div>
      </div>
      <p className={`${css.note} prose`}>{t('models.privacy_limit')}</p>
      <p className={`${css.note} prose`}>{t('models.checked')}</p>
    </Section>
  );
}
