import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import type { Inbox } from './inbox.types.ts';
import css from './inboxes-section.module.css';
import { formAddress, scriptTag } from './install-code.ts';

/** How an inbox gets before customers: one line for a page, or one address to link to. */
export function Install({ inbox }: { inbox: Inbox }) {
  const t = useAdminWords();
  if (inbox.channel === 'form') {
    const address = formAddress(location.origin, inbox.key);
    return (
      <Section title={t('install.form')} text={t('install.form_text')}>
        <CopyField value={address} label={t('install.form_address')} />
        <p className={css.small}>
          <a href={address} target="_blank" rel="noreferrer">
            {t('install.form_open')}
          </a>
        </p>
      </Section>
    );
  }
  return (
    <Section title={t('install.chat')}>
      <ol className={css.steps}>
        <li>{t('install.step_copy')}</li>
        <li>{t('install.step_paste')}</li>
        <li>{t('install.step_origin')}</li>
      </ol>
      <CopyField value={scriptTag(location.origin, inbox.key)} label={t('install.script')} />
      <p className={css.small}>{t('install.chat_text')}</p>
    </Section>
  );
}
