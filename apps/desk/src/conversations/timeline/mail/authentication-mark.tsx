import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { useWords } from '../../../app/locale.tsx';
import css from './mail.module.css';
import type { Mail } from './mail-block.tsx';

const Icons = { pass: IconShieldCheck, fail: IconAlertTriangle, unknown: IconShieldQuestion };

/** Whether the mail comes from where its sender says: a word first, what was checked on request. */
export function AuthenticationMark({ result }: { result: Mail['authentication'] }) {
  const t = useWords();
  const state = result?.dmarc === 'pass' ? 'pass' : result?.dmarc === 'fail' ? 'fail' : 'unknown';
  const Icon = Icons[state];
  const checked = result ? `SPF ${result.spf} · DKIM ${result.dkim} · DMARC ${result.dmarc}` : t('mail.authentication.unchecked');
  return (
    <Tooltip label={checked} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={css.authentication} data-state={state}>
        <Icon size={14} stroke={1.8} aria-hidden />
        {t(`mail.authentication.${state}`)}
      </button>
    </Tooltip>
  );
}
