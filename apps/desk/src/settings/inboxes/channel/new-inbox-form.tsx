import { type ChannelKind, createInbox } from '@madoguchi/contract/channels.ts';
import { Alert, Button, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { faults, textFault } from '../../../admin/faults.ts';
import { useForm } from '../../../admin/form.ts';
import { call } from '../../../app/client.ts';
import { queryClient } from '../../../app/query-client.ts';
import { useChannelWords } from '../../../channels/channel-words.ts';
import { keepInbox } from '../inboxes.mutations.ts';
import css from '../new-inbox-dialog.module.css';
import { checkQuery } from './channel.queries.ts';
import { Guide } from './guide.tsx';
import { SettingFields } from './setting-fields.tsx';
import { bodyOf, formOf, type SettingForm, settingFaults } from './setting-values.ts';

/** The inbox's own name among the channel's settings, which are never called so. */
const NAME = 'inbox:name';

type Props = { kind: ChannelKind; onBack: () => void; onClose: () => void };

/** Name and settings of a new inbox. Made, it is proven at once where its platform can be asked. */
export function NewInboxForm({ kind, onBack, onClose }: Props) {
  const t = useAdminWords();
  const words = useChannelWords();
  const navigate = useNavigate();
  const { fields } = kind;
  const first = useRef<HTMLInputElement>(null);
  // The dialog was open before: it does not look for what to focus again.
  useEffect(() => first.current?.focus(), []);
  const form = useForm<SettingForm>({
    id: null,
    stored: { [NAME]: '', ...formOf(fields, null) },
    check: (values) => ({ ...faults({ [NAME]: textFault(String(values[NAME]), 100) }), ...settingFaults(fields, values, []) }),
    save: async ({ [NAME]: name, ...values }) => {
      const settings = fields.length > 0 ? { settings: bodyOf(fields, values) } : {};
      const inbox = await call(createInbox, { body: { name: String(name).trim(), channel: kind.name, ...settings } });
      keepInbox(inbox);
      if (kind.canCheck) void queryClient.prefetchQuery(checkQuery(inbox.id));
      await navigate({ to: '/settings/$', params: { _splat: `inboxes/${inbox.id}` } });
    },
  });
  const steps = words.guide(kind.name);
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.form}>
      {form.failure && (
        <Alert color="danger" role="alert">
          {form.failure}
        </Alert>
      )}
      {steps.length > 0 && <Guide steps={steps} open={false} />}
      <TextInput
        label={t('inbox.name')}
        description={t('inbox.name_help')}
        placeholder={t('inbox.name_example')}
        required
        ref={first}
        value={String(form.values[NAME])}
        error={form.error(NAME)}
        onChange={(event) => form.set({ [NAME]: event.currentTarget.value })}
      />
      <SettingFields channel={kind.name} fields={fields} form={form} secretsSet={[]} />
      <div className={css.foot}>
        <Button
          variant="subtle"
          color="gray"
          className={css.back}
          leftSection={<IconArrowLeft size={16} stroke={1.8} />}
          disabled={form.saving}
          onClick={onBack}
        >
          {t('inbox.back_to_channels')}
        </Button>
        <Button variant="default" onClick={onClose} disabled={form.saving}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={form.saving}>
          {t('inbox.create')}
        </Button>
      </div>
    </form>
  );
}
