import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import type { Inbox } from './inbox.types.ts';
import css from './inboxes-section.module.css';
import { formAddress, formEndpoint, formFrame, helpAddress, ownsHelpForm } from './install-code.ts';

/** A form inbox gets before customers as a page, within a page, or by a form of the company's own. */
export function InstallForm({ inbox, inboxes, helpUrl }: { inbox: Inbox; inboxes: readonly Inbox[]; helpUrl: string }) {
  const t = useAdminWords();
  const { origin } = location;
  const help = helpAddress(origin, helpUrl);
  const address = formAddress(help);
  return (
    <Section title={t('install.form')}>
      {ownsHelpForm(inbox, inboxes) && (
        <>
          <p className={css.small}>
            {t('install.form_text')}{' '}
            <a href={address} target="_blank" rel="noreferrer">
              {t('install.form_open')}
            </a>
          </p>
          <CopyField value={address} label={t('install.form_address')} />
          <p className={css.small}>{t('install.frame_text')}</p>
          <CopyField value={formFrame(help, t('install.frame_title'))} label={t('install.frame')} />
        </>
      )}
      <p className={css.small}>{t('install.endpoint_text')}</p>
      <CopyField value={formEndpoint(origin, inbox.key)} label={t('install.endpoint')} />
    </Section>
  );
}
