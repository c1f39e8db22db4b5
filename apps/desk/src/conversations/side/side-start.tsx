import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { Message } from '@madoguchi/contract/messages.ts';
import { Alert, Button, Select, Skeleton, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { problemWords } from '../../app/problem-words.ts';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import css from './side.module.css';
import { useStartSide } from './side.mutations.ts';
import { sideInboxesQuery } from './side.queries.ts';
import { SideTakeAlong } from './side-take-along.tsx';

type Props = { conversation: Conversation; messages: readonly Message[] };

/** Asks somebody outside. Without a mailbox it says what is missing. */
export function SideStart({ conversation, messages }: Props) {
  const t = useWords();
  const maySet = useCan('inbox.manage');
  const { data, error, refetch, isFetching } = useQuery(sideInboxesQuery(conversation.id));
  if (error && !data)
    return (
      <Failure error={error}>
        <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('action.retry')}
        </Button>
      </Failure>
    );
  if (!data)
    return (
      <div className={css.form}>
        <Skeleton height={56} />
        <Skeleton height={56} />
        <Skeleton height={160} />
      </div>
    );
  if (data.items.length === 0)
    return (
      <Empty icon={IconMailOff} title={t('side.none_title')} text={t('side.none_text')}>
        {maySet && (
          <Button component={Link} to="/settings/inboxes" variant="default">
            {t('side.settings')}
          </Button>
        )}
      </Empty>
    );
  return <Form conversation={conversation} messages={messages} inboxes={data.items} />;
}

type Inbox = { id: string; name: string; address: string };

function Form({ conversation, messages, inboxes }: Props & { inboxes: readonly Inbox[] }) {
  const t = useWords();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [inboxId, setInbox] = useState(inboxes[0]!.id);
  const [to, setTo] = useState<string[]>([]);
  const [cc, setCc] = useState<string[]>([]);
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [quotes, setQuotes] = useState<string[]>([]);
  const [attachmentIds, setFiles] = useState<string[]>([]);
  const start = useStartSide(conversation.id);
  const ready = to.length > 0 && subject.trim() !== '' && text.trim() !== '';
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !start.isPending)
          start.mutate({ inboxId, to, cc, subject: subject.trim(), text: text.trim(), quotes, attachmentIds, idempotencyKey });
      }}
    >
      <p className={css.lead}>{t('side.lead')}</p>
      {start.error && (
        <Alert color="danger" role="alert">
          {problemWords(t, start.error)}
        </Alert>
      )}
      <Select
        label={t('side.from')}
        data={inboxes.map(({ id, name, address }) => ({ value: id, label: `${name} <${address}>` }))}
        value={inboxId}
        allowDeselect={false}
        onChange={(value) => value && setInbox(value)}
      />
      <TagsInput
        label={t('side.to')}
        description={t('side.to_hint')}
        inputMode="email"
        required
        data-autofocus
        acceptValueOnBlur
        splitChars={[',', '、', ';']}
        maxTags={20}
        value={to}
        onChange={setTo}
      />
      <TagsInput
        label={t('side.cc')}
        inputMode="email"
        acceptValueOnBlur
        splitChars={[',', '、', ';']}
        maxTags={20}
        value={cc}
        onChange={setCc}
      />
      <TextInput
        label={t('side.subject')}
        required
        maxLength={200}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label={t('side.text')}
        description={t('side.text_hint')}
        required
        autosize
        minRows={5}
        maxRows={14}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SideTakeAlong messages={messages} quotes={quotes} onQuotes={setQuotes} files={attachmentIds} onFiles={setFiles} />
      <div className={css.foot}>
        <Button type="submit" loading={start.isPending} disabled={!ready}>
          {t('side.send')}
        </Button>
      </div>
    </form>
  );
}
