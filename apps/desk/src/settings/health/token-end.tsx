import { IconCertificate, IconKey } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { fullDate } from '../../ui/time.ts';
import { useNow, useReader } from '../../ui/use-now.ts';
import css from './health.module.css';
import { daysLeft, endsSoon } from './health.rules.ts';

/** Until when the credentials are good, told ahead of time and with the way to new ones. */
export function TokenEnd({ at, inboxId }: { at: string | null; inboxId: string }) {
  const t = useAdminWords();
  const reader = useReader();
  const days = daysLeft(at, useNow());
  if (at === null || days === null) return null;
  const soon = endsSoon(days);
  const date = fullDate(at, reader);
  return (
    <p className={css.token} data-soon={soon || undefined}>
      <IconKey size={15} stroke={1.8} aria-hidden />
      {days < 0 ? t('health.token_ended', { date }) : t('health.token_ends', { date, count: days })}
      {soon && (
        <Link to="/settings/$" params={{ _splat: `inboxes/${inboxId}` }}>
          {t('health.token_renew')}
        </Link>
      )}
    </p>
  );
}

/** Until when the certificate is good that mail is brought under. It is renewed where the server stands, not here. */
export function CertificateEnd({ at }: { at: string | null }) {
  const t = useAdminWords();
  const reader = useReader();
  const days = daysLeft(at, useNow());
  if (at === null || days === null) return null;
  const date = fullDate(at, reader);
  return (
    <p className={css.token} data-soon={endsSoon(days) || undefined}>
      <IconCertificate size={15} stroke={1.8} aria-hidden />
      {days < 0 ? t('health.certificate_ended', { date }) : t('health.certificate_ends', { date, count: days })}
    </p>
  );
}
