import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';
import { IconAlertTriangle, IconBulb, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../app/locale.tsx';
import { findingWords } from './finding-words.ts';
import css from './findings.module.css';
import { nameOf } from './findings-here.ts';

type Props = { findings: readonly CheckFinding[]; onMend: (finding: CheckFinding) => void; onAccept: (finding: CheckFinding) => void };

const AT_FIRST = 3;

/** What may be wrong with the reply, below it: mended or let be with one click. */
export function Findings({ findings, onMend, onAccept }: Props) {
  const t = useWords();
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, AT_FIRST);
  return (
    <ul className={css.findings} aria-label={t('check.title')}>
      {shown.map((finding) => (
        <li key={`${nameOf(finding)} ${finding.from}`} className={css.finding} data-weight={finding.weight}>
          {finding.weight === 'warning' ? (
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          ) : (
            <IconBulb size={16} stroke={1.8} aria-hidden />
          )}
          <span className={css.words}>{findingWords(t, finding)}</span>
          {finding.instead !== null && (
            <button type="button" className={css.mend} onClick={() => onMend(finding)}>
              {finding.instead === '' ? t('check.take_out') : t('check.put_in', { instead: finding.instead })}
            </button>
          )}
          <button
            type="button"
            className={css.let}
            aria-label={t('check.let_be', { found: finding.found })}
            title={t('check.let_be_short')}
            onClick={() => onAccept(finding)}
          >
            <IconX size={14} stroke={2} aria-hidden />
          </button>
        </li>
      ))}
      {findings.length > AT_FIRST && (
        <li>
          <button type="button" className={css.more} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('check.fewer') : t('check.more', { count: findings.length - AT_FIRST })}
          </button>
        </li>
      )}
    </ul>
  );
}
