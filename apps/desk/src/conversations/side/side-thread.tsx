import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { SideConversation } from '@madoguchi/contract/side-conversations.ts';
import { Button, Textarea } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import css from './side.module.css';
import { noteSideSeen, useSideState, useWriteSide } from './side.mutations.ts';
import { SideMail } from './side-mail.tsx';

/** What was said with somebody outside, and a place to go on. */
export function SideThread({ conversation, side }: { conversation: Conversation; side: SideConversation }) {
  const t = useWords();
  const mayWrite = useCan('conversation.reply');
  const end = useRef<HTMLDivElement>(null);
  const state = useSideState(conversation.id, side.id);
  useEffect(() => {
    if (side.unread) noteSideSeen(side.id);
  }, [side.unread, side.id]);
  const count = side.messages.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return (
    <>
      <div className={css.about}>
        <p className={css.people}>
          <span>{t('side.to')}</span> {side.to.join(', ')}
        </p>
        {side.cc.length > 0 && (
          <p className={css.people}>
            <span>{t('side.cc')}</span> {side.cc.join(', ')}
          </p>
        )}
        <div className={css.standing}>
          <span className={css.state} data-state={side.state}>
            {t(`side.state.${side.state}`)}
          </span>
          <span className={css.hidden}>
            <IconEyeOff size={14} stroke={1.8} aria-hidden />
            {t('side.shown_to')}
          </span>
          {mayWrite && (
            <Button
              size="compact-sm"
              variant="default"
              loading={state.isPending}
              onClick={() => state.mutate(side.state === 'done' ? 'waiting' : 'done')}
            >
              {t(side.state === 'done' ? 'side.undone' : 'side.done')}
            </Button>
          )}
        </div>
      </div>
      <ol className={css.mails}>
        {side.messages.map((message) => (
          <SideMail key={message.id} message={message} conversationId={conversation.id} />
        ))}
        <div ref={end} />
      </ol>
      {mayWrite && <Reply conversationId={conversation.id} sideId={side.id} />}
    </>
  );
}

function Reply({ conversationId, sideId }: { conversationId: string; sideId: string }) {
  const t = useWords();
  const [text, setText] = useState('');
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const write = useWriteSide(conversationId, sideId);
  const send = () => {
    if (text.trim() === '' || write.isPending) return;
    write.mutate(
      { text: text.trim(), quotes: [], attachmentIds: [], idempotencyKey },
      {
        onSuccess: () => {
          setText('');
          setKey(crypto.randomUUID());
        },
      },
    );
  };
  return (
    <form
      className={css.reply}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        aria-label={t('side.reply')}
        placeholder={t('side.reply')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
        }}
      />
      <Button type="submit" loading={write.isPending} disabled={text.trim() === ''}>
        {t('side.send')}
      </Button>
    </form>
  );
}
