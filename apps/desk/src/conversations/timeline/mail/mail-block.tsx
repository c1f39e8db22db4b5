import type { Attachment } from '@madoguchi/contract/common.ts';
import type { Block } from '@madoguchi/contract/messages.ts';
import { IconAlertTriangle, IconMailOpened } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../../app/locale.tsx';
import css from './mail.module.css';

/** Asked for when the first mail is opened: most are read as words. */
const MailDialog = lazy(() => import('./mail-dialog.tsx').then(({ MailDialog }) => ({ default: MailDialog })));

export type Mail = Extract<Block, { type: 'mail' }>;
type Props = { mail: Mail; messageId: string; authorName: string; files: readonly Attachment[] };

/** What a mail has besides its words: who else has it, what it quotes, how it looked, and whether its sender is who it says. */
export function MailBlock({ mail, messageId, authorName, files }: Props) {
  const t = useWords();
  // Once fetched it stays, closed: a dialog that vanished at Escape would leave the same key to the conversation behind it.
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState(false);
  // A colleague who was sent a copy answers in the same matter.
  const fromOther = authorName !== '' && !mail.from.includes(authorName.split(/\s/)[0]!);
  const toMany = mail.to.length > 1 ? mail.to : [];
  const forged = mail.authentication?.dmarc === 'fail';
  return (
    <div className={css.mail}>
      {forged && (
        <p className={css.forged}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {t('mail.forged')}
        </p>
      )}
      {fromOther && <Addresses label={t('mail.from')} all={[mail.from]} />}
      {toMany.length > 0 && <Addresses label={t('mail.to')} all={toMany} />}
      {mail.cc.length > 0 && <Addresses label={t('mail.cc')} all={mail.cc} />}
      {mail.quoted.trim() !== '' && (
        <details className={css.fold}>
          <summary>{t('mail.quoted')}</summary>
          <div className={css.quoted}>{mail.quoted.trim()}</div>
        </details>
      )}
      {mail.html && (
        <button
          type="button"
          className={css.open}
          onClick={() => {
            setAsked(true);
            setOpened(true);
          }}
        >
          <IconMailOpened size={15} stroke={1.8} aria-hidden />
          {t('mail.show_original')}
        </button>
      )}
      {asked && (
        <Suspense>
          <MailDialog opened={opened} mail={mail} messageId={messageId} files={files} close={() => setOpened(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Addresses({ label, all }: { label: string; all: readonly string[] }) {
  return (
    <p className={css.addresses}>
      <span>{label}</span> {all.join(', ')}
    </p>
  );
}
