import type { CompanyWord } from '@madoguchi/contract/reply-checks.ts';
import { ActionIcon, Button } from '@mantine/core';
import { IconBlockquote, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Empty } from '../../ui/empty.tsx';
import css from './reply-checks.module.css';
import { useRemoveWord } from './reply-checks.queries.ts';
import { WordDialog } from './word-dialog.tsx';

/** The company's own words. */
export function WordsList({ words }: { words: readonly CompanyWord[] }) {
  const t = useAdminWords();
  const removing = useRemoveWord();
  const [open, setOpen] = useState<CompanyWord | 'new' | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpen('new')}>
      {t('checks.new_word')}
    </Button>
  );
  return (
    <Section title={t('checks.words')} text={t('checks.words_text')} action={words.length > 0 && add}>
      {words.length === 0 ? (
        <Empty icon={IconBlockquote} title={t('checks.none')} text={t('checks.none_text')}>
          {add}
        </Empty>
      ) : (
        <ul className={css.list}>
          {words.map((word) => (
            <li key={word.id} className={css.item}>
              <button type="button" className={css.row} onClick={() => setOpen(word)}>
                <span className={css.said}>
                  <span className={css.word}>{word.word}</span>
                  {word.instead && <span>→ {word.instead}</span>}
                </span>
                <span className={css.meta}>
                  {t(word.weight === 'warning' ? 'checks.weight_warning' : 'checks.weight_hint')}
                  {word.remark && <span> · {word.remark}</span>}
                </span>
              </button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('checks.remove_of', { word: word.word })}
                onClick={() => removing.mutate(word)}
              >
                <IconTrash size={18} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {open && <WordDialog word={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
