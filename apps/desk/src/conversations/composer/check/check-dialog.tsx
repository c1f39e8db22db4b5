import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';
import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../../../app/locale.tsx';
import css from './check-dialog.module.css';
import { findingWords } from './finding-words.ts';

type Props = { warnings: readonly CheckFinding[]; text: string; onEdit: () => void; onSend: () => void };

const AROUND = 14;

/** The last look before a reply goes out with something in it that may be wrong. */
export function CheckDialog({ warnings, text, onEdit, onSend }: Props) {
  const t = useWords();
  return (
    <Modal opened onClose={onEdit} title={t('check.title')} size={560} closeButtonProps={{ 'aria-label': t('check.edit') }}>
      <ul className={css.list}>
        {warnings.map((finding) => (
          <li key={`${finding.rule} ${finding.from}`} className={css.warning}>
            <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
            <div>
              <p className={css.words}>{findingWords(t, finding)}</p>
              {finding.to > finding.from && (
                <p className={css.place}>
                  {finding.from > AROUND && '…'}
                  {text.slice(Math.max(0, finding.from - AROUND), finding.from)}
                  <mark>{finding.found}</mark>
                  {text.slice(finding.to, finding.to + AROUND)}
                  {finding.to + AROUND < text.length && '…'}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <footer className={css.foot}>
        <Button variant="default" onClick={onSend}>
          {t('check.send_anyway')}
        </Button>
        <Button onClick={onEdit} data-autofocus>
          {t('check.edit')}
        </Button>
      </footer>
    </Modal>
  );
}
