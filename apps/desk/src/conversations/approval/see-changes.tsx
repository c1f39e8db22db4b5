import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { approvalsQuery, detailQuery } from '../conversations.queries.ts';
import css from '../timeline/bubble.module.css';

const Changes = lazy(async () => ({ default: (await import('./changes-view.tsx')).Changes }));

/** What a superior changed of a reply before it went out, on request. */
export function SeeChanges({ messageId }: { messageId: string }) {
  const t = useWords();
  const { conversationId } = useParams({ strict: false });
  const [open, setOpen] = useState(false);
  if (!conversationId) return null;
  return (
    <>
      <button type="button" className={css.link} onClick={() => setOpen(true)}>
        {t('approval.see_changes')}
      </button>
      {open && (
        <Modal
          opened
          onClose={() => setOpen(false)}
          size={640}
          title={t('approval.changes_title')}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <Compared conversationId={conversationId} messageId={messageId} />
        </Modal>
      )}
    </>
  );
}

function Compared({ conversationId, messageId }: { conversationId: string; messageId: string }) {
  const { data } = useQuery(approvalsQuery(conversationId));
  const { data: detail } = useQuery(detailQuery(conversationId));
  const before = data?.items.find((one) => one.messageId === messageId)?.originalText;
  const after = detail?.messages.find(({ id }) => id === messageId)?.text;
  if (before === undefined || before === null || after === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Changes before={before} after={after} />
    </Suspense>
  );
}
