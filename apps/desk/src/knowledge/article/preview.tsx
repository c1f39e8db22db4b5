import type { Article } from '@madoguchi/contract/knowledge.ts';
import { IconExternalLink } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useHelpUrl } from '../help-url.ts';
import type { Fields } from './fields.ts';
import { Markdown } from './markdown.tsx';
import css from './preview.module.css';

/** The article as customers will read it, or agents when it is for them only, following every keystroke. */
export function Preview({ fields, article }: { fields: Fields; article: Article | null }) {
  const t = useAdminWords();
  const isInternal = article?.audience === 'internal';
  const title = t(isInternal ? 'preview.title_internal' : 'preview.title');
  return (
    <section className={css.preview} aria-label={title}>
      <div className={css.head}>
        <h2 className={css.label}>{title}</h2>
        {article?.status === 'published' && !isInternal && <HelpLink article={article} />}
      </div>
      <article className={css.page} lang={fields.locale}>
        {fields.category.trim() && <p className={css.category}>{fields.category}</p>}
        <h3 className={css.question}>{fields.question.trim() || t('article.untitled')}</h3>
        {fields.answer.trim() ? <Markdown text={fields.answer} /> : <p className={css.none}>{t('preview.empty')}</p>}
      </article>
    </section>
  );
}

function HelpLink({ article }: { article: Article }) {
  const t = useAdminWords();
  return (
    <a className={css.link} href={useHelpUrl(article)} target="_blank" rel="noreferrer">
      {t('article.open_help')}
      <IconExternalLink size={14} stroke={1.6} aria-hidden />
    </a>
  );
}
