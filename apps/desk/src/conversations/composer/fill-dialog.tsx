import { fillBlanks } from '@madoguchi/contract/canned-text.ts';
import { useWords } from '../../app/locale.tsx';
import css from './ask-dialog.module.css';
import { AskDialog } from './ask-dialog.tsx';
import type { Asking } from './use-canned.ts';

type Props = { asking: Asking; onAnswer: (answers: Readonly<Record<string, string>>) => void; onClose: () => void };

/** What a canned response asks for before it is put in, beside the text as it will be. */
export function FillDialog({ asking, onAnswer, onClose }: Props) {
  const t = useWords();
  const { item, text, values, asks } = asking;
  return (
    <AskDialog title={item.title} asks={asks} action={t('canned.put_in')} onAnswer={onAnswer} onClose={onClose}>
      {(answers) => (
        <div className={css.preview}>{fillBlanks(text, values, answers, (whole) => whole.replace(/^\{\{\??|\}\}$/g, '＿'))}</div>
      )}
    </AskDialog>
  );
}
