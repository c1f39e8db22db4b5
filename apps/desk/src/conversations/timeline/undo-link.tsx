import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { undoContinuation } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { problemWords } from '../../app/problem-words.ts';
import { tell } from '../../ui/tell.tsx';
import { keys } from '../conversations.queries.ts';
import css from './undo-link.module.css';

/** After so long the server takes nothing apart any more. */
const WITHIN_MS = 30 * 86_400_000;

type Props = { threadId: string; at: string; channel: string };

/** Takes a line that a link joined away again, once an agent has read what that means. */
export function UndoLink({ threadId, at, channel }: Props) {
  const t = useWords();
  const client = useQueryClient();
  const mayReply = useCan('conversation.reply');
  const { conversationId } = useParams({ strict: false });
  const [opened, setOpened] = useState(false);
  const undo = useMutation({
    mutationFn: (id: string) => call(undoContinuation, { params: { id }, body: { threadId } }),
    onSuccess: async () => {
      setOpened(false);
      tell(t('unlink.done', { channel }));
      await client.invalidateQueries({ queryKey: keys.all });
    },
  });
  if (!mayReply || !conversationId || Date.now() - Date.parse(at) > WITHIN_MS) return null;
  return (
    <>
      <button type="button" className={css.open} onClick={() => setOpened(true)}>
        {t('unlink.open')}
      </button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('unlink.title', { channel })}
        size={480}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <ul className={css.points}>
          <li>{t('unlink.apart', { channel })}</li>
          <li>{t('unlink.told')}</li>
          <li>{t('unlink.kept')}</li>
        </ul>
        {undo.error && (
          <p role="alert" className={css.failed}>
            {problemWords(t, undo.error)}
          </p>
        )}
        <Group justify="flex-end" gap={8} mt={20}>
          <Button variant="default" onClick={() => setOpened(false)} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="danger" loading={undo.isPending} onClick={() => undo.mutate(conversationId)}>
            {t('unlink.confirm')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
