import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import type { Inbox } from './inbox.types.ts';
import css from './inboxes-section.module.css';
import { formAddress, formEndpoint, formFrame, ownsHelpForm } from './install-code.ts';

/** A form inbox gets before customers as a page, within a page, or by a form of the company's own. */
export function InstallForm({ inbox, inboxes }: { inbox: Inbox; inboxes: readonly Inbox[] }) {
  const t = useAdminWords();
  const { origin } = location;
  const address = formAddress(origin);
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
          <CopyField value={formFrame(origin, t('install.frame_title'))} label={t('install.frame')} />
        </>
      )}
      <p className={css.small}>{t('install.endpoint_text')}</p>
      <CopyField value={formEndpoint(origin, inbox.key)} label={t('install.endpoint')} />
    </Section>
  );
}
