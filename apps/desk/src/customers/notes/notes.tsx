import { addCustomerNote, type CustomerNote, deleteCustomerNote, editCustomerNote } from '@madoguchi/contract/customer-notes.ts';
import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { useCan } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { notesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { keys } from '../customers.queries.ts';
import css from './notes.module.css';

/** What colleagues should know of a customer. They never see it. */
export function Notes({ customerId }: { customerId: string }) {
  const t = useAdminWords();
  const mayWrite = useCan('customer.write');
  const { data, error } = useQuery(notesQuery(customerId));
  return (
    <Section title={t('notes.title')} text={t('notes.text')}>
      {mayWrite && <NewNote customerId={customerId} />}
      {error && !data && <p className={css.none}>{t('customer.conversations_failed')}</p>}
      {data?.items.length === 0 && !mayWrite && <p className={css.none}>{t('notes.none')}</p>}
      <ul className={css.list}>
        {data?.items.map((note) => (
          <NoteRow key={note.id} note={note} customerId={customerId} mayWrite={mayWrite} />
        ))}
      </ul>
    </Section>
  );
}

const renew = (customerId: string) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: notesQuery(customerId).queryKey }),
    queryClient.invalidateQueries({ queryKey: keys.timeline(customerId) }),
  ]);
const isSaveKey = (event: KeyboardEvent) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing;

function NewNote({ customerId }: { customerId: string }) {
  const t = useAdminWords();
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => call(addCustomerNote, { params: { id: customerId }, body: { text: text.trim() } }),
    onSuccess: () => {
      setText('');
      return renew(customerId);
    },
  });
  const save = () => text.trim() !== '' && !add.isPending && add.mutate();
  return (
    <div className={css.new}>
      <Textarea
        aria-label={t('notes.new')}
        placeholder={t('notes.example')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => isSaveKey(event) && save()}
      />
      {text.trim() !== '' && (
        <Button size="compact-md" loading={add.isPending} onClick={save}>
          {t('notes.save')}
        </Button>
      )}
    </div>
  );
}

function NoteRow({ note, customerId, mayWrite }: { note: CustomerNote; customerId: string; mayWrite: boolean }) {
  const t = useAdminWords();
  const [draft, setDraft] = useState<string | null>(null);
  const edit = useMutation({
    mutationFn: (text: string) => call(editCustomerNote, { params: { id: note.id }, body: { text } }),
    onSuccess: () => {
      setDraft(null);
      return renew(customerId);
    },
  });
  const back = useMutation({
    mutationFn: () => call(addCustomerNote, { params: { id: customerId }, body: { text: note.text } }),
    onSuccess: () => renew(customerId),
  });
  const remove = useMutation({
    mutationFn: () => call(deleteCustomerNote, { params: { id: note.id } }),
    onSuccess: () => {
      tellWithUndo(t('notes.told_removed'), { label: t('undo'), undo: () => back.mutate() });
      return renew(customerId);
    },
  });
  const save = () => draft !== null && draft.trim() !== '' && edit.mutate(draft.trim());
  return (
    <li className={css.note}>
      {draft === null ? (
        <p className={css.text}>{note.text}</p>
      ) : (
        <Textarea
          aria-label={t('notes.edit')}
          autosize
          autoFocus
          maxLength={5000}
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isSaveKey(event)) save();
            else if (event.key === 'Escape' && !event.nativeEvent.isComposing) setDraft(null);
          }}
        />
      )}
      <div className={css.foot}>
        <span>
          {note.author.name} · <Ago at={note.at} />
          {note.editedAt && ` · ${t('notes.edited')}`}
        </span>
        {mayWrite &&
          (draft === null ? (
            <span className={css.acts}>
              <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('notes.edit')} onClick={() => setDraft(note.text)}>
                <IconPencil size={16} stroke={1.6} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t('notes.remove')}
                loading={remove.isPending}
                onClick={() => remove.mutate()}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </span>
          ) : (
            <span className={css.acts}>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDraft(null)}>
                {t('cancel')}
              </Button>
              <Button size="compact-sm" loading={edit.isPending} onClick={save}>
                {t('notes.save')}
              </Button>
            </span>
          ))}
      </div>
    </li>
  );
}
