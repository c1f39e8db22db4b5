import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import { workspaceQuery } from '../settings.queries.ts';
import type { Inbox } from './inbox.types.ts';
import css from './inboxes-section.module.css';
import { scriptTag } from './install-code.ts';
import { InstallForm } from './install-form.tsx';

/** How an inbox gets before customers: one line for a page, or one address to link to. */
export function Install({ inbox, inboxes }: { inbox: Inbox; inboxes: readonly Inbox[] }) {
  const t = useAdminWords();
  const { data: workspace } = useQuery(workspaceQuery);
  if (inbox.channel === 'form') return <InstallForm inbox={inbox} inboxes={inboxes} />;
  return (
    <Section title={t('install.chat')}>
      <ol className={css.steps}>
        <li>{t('install.step_copy')}</li>
        <li>{t('install.step_paste')}</li>
        <li>{t('install.step_origin')}</li>
      </ol>
      <CopyField value={workspace ? scriptTag(location.origin, inbox.key, workspace.color) : ''} label={t('install.script')} />
      <p className={css.small}>{t('install.chat_text')}</p>
    </Section>
  );
}
