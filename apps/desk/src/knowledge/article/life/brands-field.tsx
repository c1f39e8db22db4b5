import { setArticleBrands } from '@madoguchi/contract/brands.ts';
import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Checkbox, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { call } from '../../../app/client.ts';
import { brandsQuery } from '../../../settings/brands/brands.queries.ts';
import { tellWithUndo } from '../../../ui/tell.tsx';
import { useArticleChange } from '../../use-article-change.ts';
import css from './settings-drawer.module.css';

/** Whose customers an article is for; at once, with the way back. A company with one brand has nothing to choose. */
export function BrandsField({ article }: { article: Article }) {
  const t = useAdminWords();
  const change = useArticleChange();
  const { data } = useQuery(brandsQuery);
  const { id, brandIds } = article;
  const [isChoosing, setChoosing] = useState(brandIds !== null);
  if (article.audience === 'internal' || !data || (data.items.length < 2 && brandIds === null)) return null;
  const set = (to: string[] | null) => () => call(setArticleBrands, { params: { id }, body: { brandIds: to } });
  const choose = (to: string[] | null) =>
    change.mutate(set(to), {
      onSuccess: () => tellWithUndo(t('brand.told_articles'), { label: t('undo'), undo: () => change.mutate(set(brandIds)) }),
    });
  const toggle = (brandId: string) => {
    const chosen = brandIds ?? [];
    choose(chosen.includes(brandId) ? chosen.filter((one) => one !== brandId) : [...chosen, brandId]);
  };
  return (
    <fieldset className={css.part}>
      <legend>{t('brand.of_articles')}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t('brand.of_articles')}
        value={isChoosing ? 'some' : 'all'}
        onChange={(value) => {
          setChoosing(value === 'some');
          if (value === 'all' && brandIds !== null) choose(null);
        }}
        data={[
          { value: 'all', label: t('brand.all') },
          { value: 'some', label: t('brand.only') },
        ]}
      />
      {isChoosing &&
        data.items.map((brand) => (
          <Checkbox
            key={brand.id}
            label={brand.name}
            checked={brandIds?.includes(brand.id) ?? false}
            // None at all would be for nobody: that is what a draft is for.
            disabled={change.isPending || (brandIds?.length === 1 && brandIds[0] === brand.id)}
            onChange={() => toggle(brand.id)}
          />
        ))}
      <p className={`${css.help} prose`}>{t(brandIds === null ? 'brand.of_articles_every' : 'brand.of_articles_some')}</p>
    </fieldset>
  );
}
