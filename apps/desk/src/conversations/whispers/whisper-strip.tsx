import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Whisper } from '@madoguchi/contract/whispers.ts';
import { Button } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useMe } from '../../app/me.ts';
import { clockTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { askComposer } from '../composer/composer-asks.ts';
import { putIntoReply } from '../composer/put-into-reply.ts';
import { AnswerField } from './answer-field.tsx';
import { isOpenFor } from './open-whispers.ts';
import { useWhisperAnswers } from './use-whisper-answers.ts';
import css from './whisper-strip.module.css';
import { whispersQuery } from './whispers.queries.ts';
import { useWhom } from './whom.ts';

/** What was just whispered to this agent, where they write; there until they used it, answered it or put it away. */
export function WhisperStrip({ conversation }: { conversation: Conversation }) {
  const t = useWords();
  const { agent, permissions } = useMe();
  const { data } = useQuery(whispersQuery(conversation.id));
  const open = (data?.items ?? []).filter((one) => isOpenFor(one, agent.id));
  return (
    // There from the start, so that what comes into it is read aloud.
    <section className={css.strips} aria-label={t('whisper.label')} aria-live="polite" data-any={open.length > 0 || undefined}>
      {open.map((whisper) => (
        <Strip key={whisper.id} whisper={whisper} conversation={conversation} mayReply={permissions.includes('conversation.reply')} />
      ))}
    </section>
  );
}

type Props = { whisper: Whisper; conversation: Conversation; mayReply: boolean };

function Strip({ whisper, conversation, mayReply }: Props) {
  const t = useWords();
  const reader = useReader();
  const { id } = conversation;
  const whom = useWhom(conversation);
  const { settle, answer, answering } = useWhisperAnswers(id);
  const [writes, setWrites] = useState(false);
  const use = () => {
    putIntoReply(id, whisper.text);
    settle({ whisper, outcome: 'used' });
    askComposer(id, 'reply');
  };
  const back = () => {
    // Who may whisper has the composer for it.
    if (whom) askComposer(id, 'whisper');
    else setWrites(true);
  };
  return (
    <div className={css.strip}>
      <IconEar size={18} stroke={1.6} aria-hidden />
      <div className={css.words}>
        <div className={css.head}>
          <strong>{t(whisper.answers ? 'whisper.answer_from' : 'whisper.from', { name: whisper.author.name })}</strong>
          <time dateTime={whisper.at}>{clockTime(whisper.at, reader)}</time>
        </div>
        <p>{whisper.text}</p>
        {writes && (
          <AnswerField
            id={id}
            name={whisper.author.name}
            busy={answering}
            send={(text, key) => answer({ whisper, text, key })}
            close={() => setWrites(false)}
          />
        )}
      </div>
      {!writes && (
        <span className={css.actions}>
          {mayReply && whisper.answers === null && (
            <Button size="compact-sm" variant="default" onClick={use}>
              {t('whisper.use')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={back}>
            {t('whisper.answer')}
          </Button>
          <Button size="compact-sm" variant="subtle" className={css.seen} onClick={() => settle({ whisper, outcome: 'seen' })}>
            {t('whisper.seen')}
          </Button>
        </span>
      )}
    </div>
  );
}
