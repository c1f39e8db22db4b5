import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { lineDiff } from '../../knowledge/article/line-diff.ts';
import { Loaded } from '../loaded.tsx';
import { usePayloadProblem } from './payload-problem.ts';
import css from './payloads.module.css';
import { comparisonQuery } from './payloads.queries.ts';

const tags = { same: 'div', mine: 'del', theirs: 'ins' } as const;
const said = { same: undefined, mine: 'payloads.before', theirs: 'payloads.now' } as const;

/** What was not read at all has no lines, not even an empty one. */
const linesOf = (before: string, now: string) =>
  (before === '' ? now.split('\n').map((text) => ({ kind: 'theirs' as const, text })) : lineDiff(before, now)).map((line, index) => ({
    ...line,
    key: `${index}`,
  }));

/** What a payload was read as, and what it would be read as now, line by line. */
export function Comparison({ payloadId }: { payloadId: string }) {
  const t = useAdminWords();
  const words = usePayloadProblem();
  const query = useQuery(comparisonQuery(payloadId));
  return (
    <Loaded query={query} height={96}>
      {({ problem, before, now }) =>
        problem !== null ? (
          <p className={css.still}>{t('payloads.would_fail', { problem: words(problem) })}</p>
        ) : (
          <>
            {before === now && <p className={css.same}>{t('payloads.same')}</p>}
            <div className={css.lines}>
              {linesOf(before, now).map(({ key, kind, text }) => {
                const Tag = tags[kind];
                const word = said[kind];
                return (
                  <Tag key={key} className={css.line} data-kind={kind} title={word && t(word)}>
                    {text || ' '}
                  </Tag>
                );
              })}
            </div>
          </>
        )
      }
    </Loaded>
  );
}
