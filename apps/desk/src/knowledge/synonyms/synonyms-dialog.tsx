import type { SynonymGroup } from '@madoguchi/contract/knowledge.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { passGate } from '../gate/gate-store.ts';
import { saveSynonyms } from './synonyms.mutations.ts';
import { readWords, wordsFault } from './words.ts';
import { WordsField } from './words-field.tsx';

/** `typed`: a word that is still being written counts, too. */
type Values = { words: string[]; typed: string };

type Props = { group: SynonymGroup | null; word?: string; onClose: () => void };

/** A new group of words that mean the same, or one that is there. `word`: the first one of a new group. */
export function SynonymsDialog({ group, word, onClose }: Props) {
  const t = useAdminWords();
  const form = useForm<Values>({
    id: null,
    stored: { words: group?.words ?? (word === undefined ? [] : [word]), typed: '' },
    check: ({ words, typed }) => faults({ words: wordsFault(readWords([...words, typed])) }),
    refusals: {
      'synonym.word_taken': { path: 'words', word: 'fault.synonym_taken', tells: 'word' },
      'synonym.too_few': { path: 'words', word: 'fault.synonym_too_few' },
    },
    save: async ({ words, typed }) => {
      const wanted = readWords([...words, typed]);
      if (!(await passGate({ kind: 'synonyms', synonymId: group?.id ?? null, words: wanted }))) return;
      await saveSynonyms(group?.id ?? null, wanted);
      onClose();
    },
  });
  const { words, typed } = form.values;
  return (
    <FormDialog
      title={t(group ? 'synonyms.edit' : 'synonyms.new')}
      submit={t(group ? 'form.save' : 'synonyms.add')}
      form={form}
      onClose={onClose}
      size={560}
    >
      <WordsField words={words} typed={typed} error={form.error('words')} onChange={form.set} />
    </FormDialog>
  );
}
