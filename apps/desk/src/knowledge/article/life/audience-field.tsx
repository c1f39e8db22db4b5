import { setArticleAudience } from '@madoguchi/contract/article-life.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import { SegmentedControl } from '@mantine/core';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { tellWithUndo } from '../../../ui/tell.tsx';
import { useArticleChange } from '../../use-article-change.ts';
import css from './settings-drawer.module.css';

/** Whom an article is for; at once, with the way back. */
export function AudienceField({ article }: { article: Article }) {
  const t = useAdminWords();
  const change = useArticleChange();
  const { id, audience } = article;
  const set = (to: Article['audience']) => () => call(setArticleAudience, { params: { id }, body: { audience: to } });
  const choose = (to: Article['audience']) =>
    change.mutate(set(to), {
      onSuccess: () =>
        tellWithUndo(t(to === 'internal' ? 'life.told_internal' : 'life.told_public'), {
          label: t('undo'),
          undo: () => change.mutate(set(audience)),
        }),
    });
  return (
    <fieldset className={css.part}>
      <legend>{t('life.audience')}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t('life.audience')}
        value={audience}
        onChange={(value) => choose(value === 'internal' ? 'internal' : 'public')}
        data={[
          { value: 'public', label: t('life.public') },
          { value: 'internal', label: t('life.internal') },
        ]}
      />
      <p className={`${css.help} prose`}>{t(audience === 'internal' ? 'life.internal_help' : 'life.public_help')}</p>
    </fieldset>
  );
}
