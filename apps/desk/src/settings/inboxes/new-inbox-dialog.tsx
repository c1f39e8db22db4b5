import { createInbox } from '@madoguchi/contract/workspaces.ts';
import { TextInput } from '@mantine/core';
import { IconForms, IconMessageCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { call } from '../../app/client.ts';
import type { Inbox } from './inbox.types.ts';
import { keepInbox } from './inboxes.mutations.ts';
import css from './inboxes-section.module.css';

type Values = { name: string; channel: Inbox['channel'] };

const channels = [
  { channel: 'chat', icon: IconMessageCircle, word: 'inbox.chat', text: 'inbox.chat_text' },
  { channel: 'form', icon: IconForms, word: 'inbox.form', text: 'inbox.form_text' },
] as const;

export function NewInboxDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const form = useForm<Values>({
    id: null,
    stored: { name: '', channel: 'chat' },
    check: ({ name }) => faults({ name: textFault(name, 100) }),
    save: async ({ name, channel }) => {
      const inbox = await call(createInbox, { body: { name: name.trim(), channel } });
      keepInbox(inbox);
      await navigate({ to: '/settings/$', params: { _splat: `inboxes/${inbox.id}` } });
    },
  });
  return (
    <FormDialog title={t('inbox.new')} submit={t('inbox.create')} form={form} onClose={onClose}>
      <fieldset className={css.channels} aria-label={t('inbox.channel')} style={{ border: 0, margin: 0, padding: 0 }}>
        {channels.map(({ channel, icon: Icon, word, text }) => (
          <label key={channel} className={css.channel}>
            <input type="radio" name="channel" checked={form.values.channel === channel} onChange={() => form.set({ channel })} />
            <strong>
              <Icon size={18} stroke={1.6} aria-hidden />
              {t(word)}
            </strong>
            <span>{t(text)}</span>
          </label>
        ))}
      </fieldset>
      <TextInput
        label={t('inbox.name')}
        description={t('inbox.name_help')}
        placeholder={t('inbox.name_example')}
        data-autofocus
        {...form.text('name')}
      />
    </FormDialog>
  );
}
