import type { ChannelKind, InboxSettings } from '@madoguchi/contract/channels.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useForm } from '../../../admin/form.ts';
import { SaveBar } from '../../../admin/save-bar.tsx';
import { Section } from '../../../admin/section.tsx';
import { useChannelWords } from '../../../channels/channel-words.ts';
import { channelsQuery } from '../../../channels/channels.queries.ts';
import { Loaded } from '../../loaded.tsx';
import type { Inbox } from '../inbox.types.ts';
import { Backfill } from './backfill.tsx';
import css from './channel.module.css';
import { checkQuery, inboxSettingsQuery, saveSettings } from './channel.queries.ts';
import { Check } from './check.tsx';
import { Guide } from './guide.tsx';
import { Hook } from './hook.tsx';
import { SettingFields } from './setting-fields.tsx';
import { formOf, type SettingForm, settingFaults, withoutSecrets } from './setting-values.ts';

/** How an inbox is connected with its platform: what to do there, what it gave, and whether it works. Nothing for channels without settings. */
export function Connection({ inbox }: { inbox: Inbox }) {
  const t = useAdminWords();
  const words = useChannelWords();
  const kinds = useQuery(channelsQuery);
  const kind = kinds.data?.items.find(({ name }) => name === inbox.channel);
  const settings = useQuery({ ...inboxSettingsQuery(inbox.id), enabled: kind !== undefined });
  if (!kinds.isPending && !kind) return <p className={css.small}>{t('channel.unknown', { channel: inbox.channel })}</p>;
  if (kind && kind.fields.length === 0 && !kind.hasHook && !kind.canCheck) return null;
  return (
    <>
      <Section title={t('channel.connection')} text={words.text(inbox.channel)}>
        <Loaded query={settings} height={320}>
          {(stored) => kind && words.ready && <ConnectionForm inbox={inbox} kind={kind} stored={stored} />}
        </Loaded>
      </Section>
      {kind?.capabilities.backfill && settings.data && (settings.data.values.receiving ?? 'imap') === 'imap' && (
        <Backfill inboxId={inbox.id} />
      )}
    </>
  );
}

function ConnectionForm({ inbox, kind, stored }: { inbox: Inbox; kind: ChannelKind; stored: InboxSettings }) {
  const words = useChannelWords();
  const [saved, setSaved] = useState(0);
  const check = useQuery(checkQuery(inbox.id));
  const { fields } = kind;
  const form = useForm<SettingForm>({
    id: `settings.channel.${inbox.id}`,
    stored: formOf(fields, stored),
    check: (values) => settingFaults(fields, values, stored.secretsSet),
    keeps: (values) => withoutSecrets(fields, values),
    save: async (values) => {
      await saveSettings(inbox.id, fields, values);
      setSaved((count) => count + 1);
      if (kind.canCheck) void check.refetch();
    },
  });
  const steps = words.guide(inbox.channel);
  const begun = stored.secretsSet.length > 0 || Object.keys(stored.values).length > 0;
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.connection}>
      {steps.length > 0 && <Guide steps={steps} open={!begun} />}
      {stored.hookUrl !== null && <Hook url={stored.hookUrl} />}
      <SettingFields key={saved} channel={inbox.channel} fields={fields} form={form} secretsSet={stored.secretsSet} inboxId={inbox.id} />
      {kind.canCheck && <Check check={check} blocked={form.dirty} />}
      <SaveBar form={form} />
    </form>
  );
}
