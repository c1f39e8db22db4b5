import { asksOf, fillBlanks, textFor } from '@madoguchi/contract/canned-text.ts';
import type { Macro } from '@madoguchi/contract/macros.ts';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../app/locale.tsx';
import { AskDialog } from '../conversations/composer/ask-dialog.tsx';
import { textValuesQuery } from '../conversations/composer/texts.queries.ts';
import { MacroSteps } from './macro-steps.tsx';
import css from './macros.module.css';

type Props = {
  macro: Macro;
  /** The one it is for; null for many, whose texts differ. */
  conversationId: string | null;
  /** How many it is for. */
  count: number;
  onRun: (answers: Readonly<Record<string, string>>) => void;
  onClose: () => void;
};

/** What a macro will do, before it does it, and what it has to be told. */
export function RunDialog({ macro, conversationId, count, onRun, onClose }: Props) {
  const t = useWords();
  const { data: known } = useQuery({ ...textValuesQuery(conversationId ?? ''), enabled: conversationId !== null });
  const texts = macro.actions.flatMap((action) => ('text' in action ? [action.text] : []));
  const asks = asksOf(texts.join('\n'));
  return (
    <AskDialog
      title={macro.name}
      asks={asks}
      action={count > 1 ? t('macro.run_many', { count }) : t('macro.run')}
      onAnswer={onRun}
      onClose={onClose}
    >
      {(answers) => (
        <div>
          <p className={css.lead}>{t('macro.will')}</p>
          <MacroSteps
            actions={macro.actions}
            fill={(text) => fillBlanks(known ? textFor(text, known.situation) : text, known?.values ?? {}, answers, blank)}
          />
        </div>
      )}
    </AskDialog>
  );
}

/** What is not known yet is told by its name. */
const blank = (whole: string): string => `[${whole.replace(/^\{\{\s*\??\s*|\s*\}\}$/g, '')}]`;
