import { arrangeCategories, renameCategory } from '@madoguchi/contract/article-categories.ts';
import type { Locale } from '@madoguchi/contract/common.ts';
import { Button, Drawer, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import forms from '../../../admin/forms.module.css';
import { LanguageField } from '../../../admin/language-field.tsx';
import { usePhone } from '../../../admin/use-phone.ts';
import { call } from '../../../app/client.ts';
import { useLocale } from '../../../app/locale.tsx';
import { tell } from '../../../ui/tell.tsx';
import { articlesChanged } from '../../knowledge.queries.ts';
import css from './categories.module.css';
import { categoriesQuery } from './categories.queries.ts';
import { CategoryRow } from './category-row.tsx';
import type { Place } from './tree-moves.ts';

type Props = { opened: boolean; onClose: () => void };

/** The categories of the help center: named, ordered, one beneath another. Every step is saved at once. */
export function CategoriesDrawer({ opened, onClose }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const own = useLocale();
  const [locale, setLocale] = useState<Locale>(own);
  const [added, setAdded] = useState('');
  const { data } = useQuery({ ...categoriesQuery(locale), enabled: opened });
  const items = data?.items;
  const arrange = useMutation({
    mutationFn: (places: Place[]) =>
      call(arrangeCategories, { body: { locale, items: places.map(({ name, parent }) => ({ name, parent })) } }),
    onSettled: articlesChanged,
  });
  const rename = useMutation({
    mutationFn: ({ from, to }: { from: string; to: string }) => call(renameCategory, { body: { locale, from, to } }),
    onSuccess: ({ articles }) => tell(t('categories.told_renamed', { count: articles })),
    onSettled: articlesChanged,
  });
  const busy = arrange.isPending || rename.isPending;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const name = added.trim();
    if (!name || !items || items.some((one) => one.name === name)) return;
    arrange.mutate([...items, { name, parent: null }], { onSuccess: () => setAdded('') });
  };
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('categories.title')}
      position="right"
      size={phone ? '100%' : 520}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: css.title }}
    >
      <div className={`${forms.forms} ${css.body}`}>
        <p className={`${css.help} prose`}>{t('categories.help')}</p>
        <LanguageField label={t('field.language')} value={locale} onChange={setLocale} />
        {items ? (
          <ul className={css.tree} aria-busy={busy}>
            {items.map((node) => (
              <CategoryRow
                key={node.name}
                node={node}
                items={items}
                busy={busy}
                onArrange={arrange.mutate}
                onRename={(to) => rename.mutate({ from: node.name, to })}
              />
            ))}
          </ul>
        ) : (
          <Skeleton height={240} />
        )}
        <form className={css.add} onSubmit={add}>
          <TextInput
            aria-label={t('categories.new')}
            placeholder={t('categories.new')}
            maxLength={100}
            value={added}
            onChange={(event) => setAdded(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!added.trim() || busy}>
            {t('categories.add')}
          </Button>
        </form>
      </div>
    </Drawer>
  );
}
