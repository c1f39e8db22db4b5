import { useAdminWords } from '../../../admin/admin-words.ts';
import css from './life-strip.module.css';

/** Where the article's strip will be once it is saved, so that nothing moves under the writer's hands then. */
export function NewStrip() {
  const t = useAdminWords();
  return (
    <div className={css.strip}>
      <p className={css.hint}>{t('article.autosave')}</p>
    </div>
  );
}
