import type { SpamBlock } from '@madoguchi/contract/spam.ts';
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Ago } from '../../ui/time-text.tsx';
import { kindWord } from './kinds.ts';
import css from './spam.module.css';
import { useRemoveBlock } from './spam.mutations.ts';

/** One entry: who, why, by whom and when, and how often it was of use. */
export function BlockRow({ block }: { block: SpamBlock }) {
  const t = useAdminWords();
  const removing = useRemoveBlock();
  return (
    <li className={css.item}>
      <span className={css.words}>
        <span className={css.value}>{block.value}</span>
        <span className={css.meta}>
          {t(kindWord(block.kind))}
          {block.because && <span>{block.because}</span>}
        </span>
      </span>
      <span className={css.by}>
        <span>{block.hits > 0 ? t('spam.hits', { count: block.hits }) : t('spam.hits_none')}</span>
        <span className={css.meta}>
          {block.by.name}
          <Ago at={block.at} />
        </span>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        className={css.remove}
        aria-label={t('spam.remove_of', { value: block.value })}
        title={t('spam.remove')}
        loading={removing.isPending}
        onClick={() => removing.mutate(block)}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
