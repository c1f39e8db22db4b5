import { Button, Skeleton } from '@mantine/core';
import { IconChevronRight, IconCircleCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { focusedRow, focusNeighbor, useListKeys } from '../../admin/list-keys.ts';
import { useCan } from '../../app/me.ts';
import type { Action } from '../../keys/actions.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { unansweredQuery } from '../knowledge.queries.ts';
import { KnowledgeFrame } from '../knowledge-frame.tsx';
import css from './unanswered.module.css';
import { UnansweredRow } from './unanswered-row.tsx';
import { useDismiss } from './use-dismiss.ts';
import { useDraft } from './use-draft.ts';

const placeholders = ['a', 'b', 'c', 'd'];

/** What customers asked and nobody could answer, grouped by what they ask, most frequent first: each is one click from becoming an article. */
export function UnansweredPage() {
  const t = useAdminWords();
  const mayWrite = useCan('knowledge.write');
  const { data, error, refetch } = useQuery(unansweredQuery);
  const { dismissed, dismiss } = useDismiss();
  const draft = useDraft();
  const [open, setOpen] = useState<string | null>(null);
  const toggle = (question: string) => setOpen((now) => (now === question ? null : question));
  const listRef = useRef<HTMLUListElement>(null);
  const items = data?.items.filter(({ question }) => !dismissed.includes(question));
  const onFocused = (run: (question: string) => void) => () => {
    const question = focusedRow();
    if (question !== undefined) run(question);
  };
  const dismissByKey = (question: string) => {
    focusNeighbor(listRef.current);
    dismiss(question);
  };
  const unfold: Action = {
    id: 'unanswered.unfold',
    word: 'key.unfold_question',
    group: 'place.knowledge',
    icon: IconChevronRight,
    keys: 'o',
    run: onFocused(toggle),
  };
  const acts: Action[] = [
    unfold,
    {
      id: 'unanswered.draft',
      word: 'key.draft_answer',
      group: 'place.knowledge',
      icon: IconPencil,
      keys: 'enter',
      run: onFocused((question) => draft.mutate({ question })),
    },
    {
      id: 'unanswered.dismiss',
      word: 'key.dismiss_question',
      group: 'place.knowledge',
      icon: IconX,
      keys: 'e',
      run: onFocused(dismissByKey),
    },
  ];
  useListKeys({ list: listRef, more: mayWrite ? acts : [unfold] });
  return (
    <KnowledgeFrame tab="unanswered">
      <p className={`${css.intro} prose`}>{t('unanswered.intro')}</p>
      {error && !data && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {items?.length === 0 && <Empty icon={IconCircleCheck} title={t('unanswered.none')} text={t('unanswered.none_text')} />}
      <ul ref={listRef} className={css.list} aria-busy={!data && !error}>
        {!data && !error && placeholders.map((key) => <Skeleton key={key} height={64} mb={8} />)}
        {items?.map((item) => (
          <UnansweredRow
            key={item.question}
            item={item}
            mayWrite={mayWrite}
            isOpen={open === item.question}
            drafting={draft.isPending && draft.variables.question === item.question ? (draft.variables.replyId ?? '') : null}
            onToggle={() => toggle(item.question)}
            onDraft={(replyId) => draft.mutate({ question: item.question, replyId })}
            onDismiss={() => dismiss(item.question)}
          />
        ))}
      </ul>
    </KnowledgeFrame>
  );
}
