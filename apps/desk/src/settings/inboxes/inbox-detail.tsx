import { MultiSelect, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { lookOf } from '../../channels/channels.ts';
import { ChannelIcon } from '../../conversations/channel-icon.tsx';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import { Addresses } from './addresses/addresses.tsx';
import { BrandSelect } from './brand-select.tsx';
import { Connection } from './channel/connection.tsx';
import { Remove } from './channel/remove.tsx';
import { IdentitySecret } from './identity-secret.tsx';
import type { Inbox } from './inbox.types.ts';
import { InboxProblem } from './inbox-problem.tsx';
import { InboxState } from './inbox-state.tsx';
import { changeInbox } from './inboxes.mutations.ts';
import css from './inboxes-section.module.css';
import { Install } from './install.tsx';
import { readOrigins } from './origins.ts';
import { Pause } from './pause.tsx';

/** `typed`: an address that is still being written counts, too. */
type Values = { name: string; allowedOrigins: string[]; typed: string; teamIds: string[]; brandId: string | null };

const check = ({ name, allowedOrigins, typed }: Values) =>
  faults({
    name: textFault(name, 100),
    allowedOrigins: readOrigins([...allowedOrigins, typed]).unread.length > 0 ? { word: 'fault.origin' } : undefined,
  });

type Props = { inbox: Inbox; inboxes: readonly Inbox[] };

/** One inbox: how it is connected with its platform, who answers there, and its end. */
export function InboxDetail({ inbox, inboxes }: Props) {
  return (
    <div className={css.detail}>
      <div className={css.top}>
        <ChannelIcon channel={inbox.channel} size={24} />
        <h2>{inbox.name}</h2>
        <InboxState inbox={inbox} />
      </div>
      <InboxProblem inboxId={inbox.id} />
      <Connection inbox={inbox} />
      {inbox.channel === 'email' && <Addresses inboxId={inbox.id} />}
      <InboxForm inbox={inbox} inboxes={inboxes} />
    </div>
  );
}

function InboxForm({ inbox, inboxes }: Props) {
  const t = useAdminWords();
  const teams = useQuery(teamsQuery);
  // Runs on pages of the company's own.
  const onSite = lookOf(inbox.channel).group === 'site';
  const form = useForm<Values>({
    id: `settings.inbox.${inbox.id}`,
    stored: { name: inbox.name, allowedOrigins: inbox.allowedOrigins, typed: '', teamIds: inbox.teamIds, brandId: inbox.brandId },
    check,
    refusals: { 'inbox.origin_invalid': { path: 'allowedOrigins', word: 'fault.origin' } },
    save: ({ name, allowedOrigins, typed, teamIds, brandId }) =>
      changeInbox(inbox.id, { name: name.trim(), allowedOrigins: readOrigins([...allowedOrigins, typed]).origins, teamIds, brandId }),
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.detail}>
      {onSite && <Install inbox={inbox} inboxes={inboxes} />}
      <Section title={t('inbox.who_and_where')}>
        <div className={css.fields}>
          <TextInput label={t('inbox.name')} description={t('inbox.name_help')} {...form.text('name')} />
          {onSite && (
            <TagsInput
              label={t('inbox.origins')}
              description={t(inbox.channel === 'chat' ? 'inbox.origins_help' : 'inbox.origins_help_form')}
              placeholder={form.values.allowedOrigins.length === 0 ? 'https://www.example.com' : ''}
              splitChars={[',', ' ', '、']}
              acceptValueOnBlur
              value={form.values.allowedOrigins}
              error={form.error('allowedOrigins')}
              onBlur={() => form.touch('allowedOrigins')}
              searchValue={form.values.typed}
              onSearchChange={(typed) => form.set({ typed })}
              onChange={(tags) => {
                const { origins, unread } = readOrigins(tags);
                form.set({ allowedOrigins: [...origins, ...unread], typed: '' });
              }}
            />
          )}
          <MultiSelect
            label={t('inbox.teams')}
            description={t('inbox.teams_help')}
            placeholder={form.values.teamIds.length === 0 ? t('inbox.every_agent') : ''}
            data={teams.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={form.values.teamIds}
            onChange={(teamIds) => form.set({ teamIds })}
          />
          <BrandSelect value={form.values.brandId} onChange={(brandId) => form.set({ brandId })} />
        </div>
      </Section>
      {inbox.channel === 'chat' && <IdentitySecret inbox={inbox} />}
      <Pause inbox={inbox} />
      <Remove inbox={inbox} />
      <SaveBar form={form} />
    </form>
  );
}
