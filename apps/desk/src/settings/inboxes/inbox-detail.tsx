import { Button, MultiSelect, TagsInput, TextInput } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { SaveBar } from '../../admin/save-bar.tsx';
import { Section } from '../../admin/section.tsx';
import { teamsQuery } from '../../conversations/conversations.queries.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { IdentitySecret } from './identity-secret.tsx';
import type { Inbox } from './inbox.types.ts';
import { InboxState } from './inbox-state.tsx';
import { changeInbox } from './inboxes.mutations.ts';
import css from './inboxes-section.module.css';
import { Install } from './install.tsx';
import { readOrigins } from './origins.ts';

/** `typed`: an address that is still being written counts, too. */
type Values = { name: string; allowedOrigins: string[]; typed: string; teamIds: string[] };

const check = ({ name, allowedOrigins, typed }: Values) =>
  faults({
    name: textFault(name, 100),
    allowedOrigins: readOrigins([...allowedOrigins, typed]).unread.length > 0 ? { word: 'fault.origin' } : undefined,
  });

export function InboxDetail({ inbox, inboxes }: { inbox: Inbox; inboxes: readonly Inbox[] }) {
  const t = useAdminWords();
  const teams = useQuery(teamsQuery);
  const form = useForm<Values>({
    id: `settings.inbox.${inbox.id}`,
    stored: { name: inbox.name, allowedOrigins: inbox.allowedOrigins, typed: '', teamIds: inbox.teamIds },
    check,
    refusals: { 'inbox.origin_invalid': { path: 'allowedOrigins', word: 'fault.origin' } },
    save: ({ name, allowedOrigins, typed, teamIds }) =>
      changeInbox(inbox.id, { name: name.trim(), allowedOrigins: readOrigins([...allowedOrigins, typed]).origins, teamIds }),
  });
  return (
    <form ref={form.formRef} onSubmit={(event) => void form.submit(event)} noValidate className={css.detail}>
      <div className={css.top}>
        <h2>{inbox.name}</h2>
        <InboxState paused={inbox.paused} />
      </div>
      <Install inbox={inbox} inboxes={inboxes} />
      <Section title={t('inbox.who_and_where')}>
        <div className={css.fields}>
          <TextInput label={t('inbox.name')} description={t('inbox.name_help')} {...form.text('name')} />
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
          <MultiSelect
            label={t('inbox.teams')}
            description={t('inbox.teams_help')}
            placeholder={form.values.teamIds.length === 0 ? t('inbox.every_agent') : ''}
            data={teams.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={form.values.teamIds}
            onChange={(teamIds) => form.set({ teamIds })}
          />
        </div>
      </Section>
      {inbox.channel === 'chat' && <IdentitySecret inbox={inbox} />}
      <Pause inbox={inbox} />
      <SaveBar form={form} />
    </form>
  );
}

function Pause({ inbox }: { inbox: Inbox }) {
  const t = useAdminWords();
  const pausing = useMutation({ mutationFn: (paused: boolean) => changeInbox(inbox.id, { paused }) });
  const pause = () =>
    pausing.mutate(!inbox.paused, {
      onSuccess: ({ paused }) =>
        tellWithUndo(t(paused ? 'inbox.told_paused' : 'inbox.told_resumed'), { label: t('undo'), undo: () => pausing.mutate(!paused) }),
    });
  return (
    <Section title={t(inbox.paused ? 'inbox.resume_title' : 'inbox.pause_title')}>
      <div className={css.pause}>
        <p className="prose">{t(inbox.paused ? 'inbox.resume_text' : 'inbox.pause_text')}</p>
        <Button
          variant="default"
          loading={pausing.isPending}
          leftSection={inbox.paused ? <IconPlayerPlay size={16} stroke={1.6} /> : <IconPlayerPause size={16} stroke={1.6} />}
          onClick={pause}
        >
          {t(inbox.paused ? 'inbox.resume' : 'inbox.pause')}
        </Button>
      </div>
    </Section>
  );
}
