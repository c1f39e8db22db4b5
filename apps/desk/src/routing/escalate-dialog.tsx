import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { escalateConversation } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { problemWords } from '../app/problem-words.ts';
import { tell } from '../ui/tell.tsx';
import css from './dialogs.module.css';
import { conversationRoutingQuery } from './routing.queries.ts';

/** Gives a conversation to the tier above, with the reason. */
export function EscalateDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const escalate = useMutation({
    mutationFn: () => call(escalateConversation, { params: { id: conversationId }, body: { reason: reason.trim() } }),
    onSuccess: (routing) => {
      client.setQueryData(conversationRoutingQuery(conversationId).queryKey, routing);
      tell(t('escalate.done'));
      onClose();
    },
    onError: (error) => notifications.show({ color: 'danger', message: problemWords(t, error) }),
  });
  return (
    <Modal opened onClose={onClose} title={t('escalate.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') escalate.mutate();
        }}
      >
        <Stack gap={16}>
          <p className={css.text}>{t('escalate.text')}</p>
          <Textarea
            label={t('escalate.reason')}
            placeholder={t('escalate.reason_example')}
            data-autofocus
            required
            labelProps={{ mb: 4 }}
            autosize
            minRows={3}
            maxRows={8}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={css.foot}>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={reason.trim() === ''} loading={escalate.isPending}>
              {t('escalate.send')}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}
