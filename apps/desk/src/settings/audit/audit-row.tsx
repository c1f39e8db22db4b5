import type { AuditEntry } from '@madoguchi/contract/audit.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { clockTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './audit-section.module.css';
import { useAuditWords } from './audit-words.ts';

export function AuditRow({ entry }: { entry: AuditEntry }) {
  const t = useAdminWords();
  const reader = useReader();
  const words = useAuditWords();
  const more = words.more(entry);
  return (
    <li className={css.row}>
      <time className={css.time} dateTime={entry.at}>
        {clockTime(entry.at, reader)}
      </time>
      <span className={css.who}>
        {entry.actor.name}
        {entry.actor.kind === 'api' && <span className={css.mark}>{t('audit.by_key')}</span>}
      </span>
      <span className={css.what}>
        <span>
          {words.what(entry)}
          {entry.subject && <b className={css.subject}>{entry.subject}</b>}
        </span>
        {more && <span className={css.more}>{more}</span>}
      </span>
      <span className={css.ip}>{entry.ip}</span>
    </li>
  );
}
