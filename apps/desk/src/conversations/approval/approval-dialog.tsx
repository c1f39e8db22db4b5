import type { Approval } from '@madoguchi/contract/approvals.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { approveReply, returnReply } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { problemWords } from '../../app/problem-words.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { putMessage } from '../conversations.cache.ts';
import { keys } from '../conversations.queries.ts';
import css from './approval.module.css';
import { Changes } from './changes-view.tsx';

type Props = { kind: 'change' | 'return'; message: Message; approval: Approval; close: () => void };

/** A reply with other words, or back to its author with a comment. */
export function ApprovalDialog({ kind, message, approval, close }: Props) {
  const t = useWords();
  const { name } = message.author;
  const [text, setText] = useState(kind === 'change' ? message.text : '');
  const changes = kind === 'change';
  const decide = useMutation({
    meta: { quiet: true },
    mutationFn: () =>
      changes
        ? call(approveReply, { params: { id: approval.id }, body: { text } })
        : call(returnReply, { params: { id: approval.id }, body: { comment: text } }),
    onSuccess: (after) => {
      putMessage(queryClient, after);
      void queryClient.invalidateQueries({ queryKey: keys.counts });
      tell(t(!changes ? 'approval.told_returned' : after.delivery === 'held' ? 'approval.told_approved_later' : 'approval.told_approved'));
      close();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.approvals(message.conversationId) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!changes || text.trim() !== '') decide.mutate();
  };
  return (
    <Modal
      opened
      onClose={close}
      size={640}
      title={t(changes ? 'approval.change_title' : 'approval.return_title')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form onSubmit={submit} className={css.form}>
        <p className={css.lead}>{t(changes ? 'approval.change_text' : 'approval.return_text', { name })}</p>
        <Textarea
          data-autofocus
          autosize
          minRows={changes ? 5 : 3}
          maxRows={14}
          maxLength={changes ? 20_000 : 1000}
          label={t(changes ? 'approval.text' : 'approval.comment')}
          placeholder={changes ? undefined : t('approval.comment_example')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {changes && text !== message.text && text.trim() !== '' && <Changes before={message.text} after={text} />}
        {decide.error && (
          <p role="alert" className={css.failed}>
            {problemWords(t, decide.error)}
          </p>
        )}
        <footer className={css.foot}>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={decide.isPending} disabled={changes && text.trim() === ''}>
            {t(!changes ? 'approval.return' : message.scheduled ? 'approval.approve_later' : 'approval.approve')}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
