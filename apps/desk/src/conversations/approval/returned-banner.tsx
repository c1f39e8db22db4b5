import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { readOwn, writeOwn } from '../../app/own-storage.ts';
import { draftOf, useDraft } from '../composer/draft-store.ts';
import { putIntoReply } from '../composer/put-into-reply.ts';
import css from './approval.module.css';
import { returnedTo } from './returned.ts';

const DISMISSED = 'returned.dismissed';

/** That a reply was sent back, why, and its words: where its author writes, until they answer or put it away. */
export function ReturnedBanner({ detail }: { detail: ConversationDetail }) {
  const t = useWords();
  const myId = useMe().agent.id;
  const { id } = detail.conversation;
  const returned = returnedTo(detail, myId);
  const [dismissed, setDismissed] = useState(() => readOwn(DISMISSED));
  const draft = useDraft(id, 'reply');
  if (!returned || dismissed === returned.messageId) return null;
  const isInDraft = draft.text.includes(returned.text);
  const dismiss = () => {
    writeOwn(DISMISSED, returned.messageId);
    setDismissed(returned.messageId);
  };
  const take = () => !draftOf(id, 'reply').text.includes(returned.text) && putIntoReply(id, returned.text);
  return (
    <section className={css.returned} role="status">
      <IconArrowBackUp size={18} stroke={1.6} aria-hidden />
      <div className={css.words}>
        <strong>{t('approval.returned_by', { name: returned.by })}</strong>
        {returned.comment && <p>{returned.comment}</p>}
      </div>
      <span className={css.returnedActions}>
        {!isInDraft && (
          <Button size="compact-sm" variant="default" onClick={take}>
            {t('approval.into_draft')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={dismiss}>
          {t('approval.dismiss')}
        </Button>
      </span>
    </section>
  );
}
