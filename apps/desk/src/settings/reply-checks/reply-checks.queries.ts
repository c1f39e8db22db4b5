import {
  addCompanyWord,
  type CheckRule,
  type CompanyWord,
  changeCompanyWord,
  getReplyChecks,
  type ReplyCheckSettings,
  removeCompanyWord,
  setReplyChecks,
} from '@madoguchi/contract/reply-checks.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';

export const replyChecksQuery = queryOptions({ queryKey: ['reply-checks'], queryFn: () => call(getReplyChecks, {}) });

const change = (run: (now: ReplyCheckSettings) => ReplyCheckSettings) => {
  queryClient.setQueryData(replyChecksQuery.queryKey, (now) => now && run(now));
  // What was looked over before is held against other rules now.
  queryClient.removeQueries({ queryKey: ['reply-check'] });
};

/** Turns rules on and off at once; a refusal takes it back. */
export const useRulesOff = () =>
  useMutation({
    mutationFn: (off: CheckRule[]) => call(setReplyChecks, { body: { off } }),
    onMutate: (off) => {
      const before = queryClient.getQueryData(replyChecksQuery.queryKey);
      change((now) => ({ ...now, off }));
      return before;
    },
    onError: (_error, _off, before) => before && change(() => before),
  });

export type WordBody = Pick<CompanyWord, 'word' | 'instead' | 'remark' | 'weight'>;
export const wordBodyOf = ({ word, instead, remark, weight }: CompanyWord): WordBody => ({ word, instead, remark, weight });

/** Adds one, or changes the one with `id`. */
export async function saveWord(id: string | null, body: WordBody): Promise<void> {
  const saved = id ? await call(changeCompanyWord, { params: { id }, body }) : await call(addCompanyWord, { body });
  change((now) => ({
    ...now,
    words: [...now.words.filter((one) => one.id !== saved.id), saved].sort((a, b) => (a.word < b.word ? -1 : 1)),
  }));
}

/** Removes one at once; taking it back writes the same again. */
export function useRemoveWord() {
  const t = useAdminWords();
  const back = useMutation({ mutationFn: (word: CompanyWord) => saveWord(null, wordBodyOf(word)) });
  return useMutation({
    mutationFn: (word: CompanyWord) => call(removeCompanyWord, { params: { id: word.id } }),
    onSuccess: (_nothing, word) => {
      change((now) => ({ ...now, words: now.words.filter(({ id }) => id !== word.id) }));
      tellWithUndo(t('checks.told_removed', { word: word.word }), { label: t('undo'), undo: () => back.mutate(word) });
    },
  });
}
