import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { lookOf } from '../../channels/channels.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import type { Inbox } from './inbox.types.ts';
import { changeInbox } from './inboxes.mutations.ts';
import css from './inboxes-section.module.css';

/** Stops an inbox for a while, or lets it go on. Undone with one click, so it does not ask before. */
export function Pause({ inbox }: { inbox: Inbox }) {
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
        <p className="prose">
          {t(inbox.paused ? 'inbox.resume_text' : lookOf(inbox.channel).group === 'site' ? 'inbox.pause_text' : 'inbox.pause_text_channel')}
        </p>
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
