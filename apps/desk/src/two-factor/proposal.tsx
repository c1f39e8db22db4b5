import { useAdminWords } from '../admin/admin-words.ts';
import { CopyField } from '../admin/copy-field.tsx';
import { QrCode } from './qr-code.tsx';
import css from './two-factor.module.css';

/** What goes into the authenticator app: a QR code to be photographed, or the key in groups of four to be typed. */
export function Proposal({ secret, uri }: { secret: string; uri: string }) {
  const t = useAdminWords();
  return (
    <ol className={css.steps}>
      <li>
        <p className="prose">{t('two_factor.step_app')}</p>
      </li>
      <li>
        <p className="prose">{t('two_factor.step_scan')}</p>
        <QrCode text={uri} label={t('two_factor.qr')} />
        <details className={css.key}>
          <summary>{t('two_factor.key_instead')}</summary>
          <CopyField value={secret.replace(/.{4}(?=.)/g, '$& ')} label={t('two_factor.key')} />
        </details>
      </li>
      <li>
        <p className="prose">{t('two_factor.step_code')}</p>
      </li>
    </ol>
  );
}
