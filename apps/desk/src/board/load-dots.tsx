import type { BoardAgent } from '@madoguchi/contract/board.ts';
import { IconMail, IconMessageCircle, IconPhone } from '@tabler/icons-react';
import { useAdminWords } from '../admin/admin-words.ts';
import { loadParts } from './agent-groups.ts';
import css from './agents.module.css';

const icons = { chats: IconMessageCircle, messages: IconMail, calls: IconPhone } as const;
const DOTS = [1, 2, 3, 4, 5, 6];
/** More than this many are told as a number alone. */
const MOST_DOTS = DOTS.length;

/** How full an agent is: a dot for each that they may have at once, filled for each that they have; numbers where dots would be too many. */
export function LoadDots({ agent }: { agent: BoardAgent }) {
  const t = useAdminWords();
  return (
    <span className={css.loads}>
      {loadParts(agent).map(({ kind, at, most }) => {
        const Icon = icons[kind];
        return (
          <span
            key={kind}
            className={css.load}
            data-full={(most > 0 && at >= most) || undefined}
            title={t('board.load_of', { kind: t(`board.load.${kind}`), at, most })}
          >
            <Icon size={14} stroke={1.8} aria-hidden />
            {most <= MOST_DOTS && at <= most ? (
              <span className={css.dots} aria-hidden>
                {DOTS.slice(0, most).map((dot) => (
                  <span key={dot} className={css.dot} data-on={dot <= at || undefined} />
                ))}
              </span>
            ) : (
              <span aria-hidden>
                {at}/{most}
              </span>
            )}
            <span className="visually-hidden">{t('board.load_of', { kind: t(`board.load.${kind}`), at, most })}</span>
          </span>
        );
      })}
    </span>
  );
}
