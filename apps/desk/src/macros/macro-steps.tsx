import type { Action } from '@madoguchi/contract/actions.ts';
import { actionIcon } from './action-icons.ts';
import css from './macros.module.css';
import { useActionWords } from './use-action-words.ts';

/** What will be done, step by step. `fill`: how the texts will read. */
export function MacroSteps({ actions, fill }: { actions: readonly Action[]; fill: (text: string) => string }) {
  const words = useActionWords();
  const inPlaces = actions.map((action, place) => ({ action, place }));
  return (
    <ol className={css.steps}>
      {inPlaces.map(({ action, place }) => {
        const Icon = actionIcon[action.do];
        const { what, text } = words(action, fill);
        return (
          <li key={place}>
            <Icon size={18} stroke={1.6} aria-hidden className={css.stepIcon} />
            <div>
              <span>{what}</span>
              {text !== null && <div className={css.stepText}>{text}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
