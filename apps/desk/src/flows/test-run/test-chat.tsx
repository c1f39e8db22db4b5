import { Alert, Button } from '@mantine/core';
import { IconBook2, IconFlag, IconHeadset } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import css from './test-run.module.css';
import type { TestRun } from './use-test-run.ts';

const ends = {
  ended: { icon: IconFlag, word: 'flows.test_ended' },
  handed_off: { icon: IconHeadset, word: 'flows.test_handed_off' },
  answered: { icon: IconBook2, word: 'flows.test_answered' },
} as const;

/** What was said so far, and how it ended if it did. */
export function TestChat({ run }: { run: TestRun }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const { played, playing, error } = run;
  const said = (played?.said ?? []).map((line, at) => ({ ...line, key: `${at} ${line.by}` }));
  const end = useRef<HTMLDivElement>(null);
  const count = said.length;
  useEffect(() => {
    if (count > 0 || playing) end.current?.scrollIntoView({ block: 'end' });
  }, [count, playing]);
  const last = said.at(-1);
  const result = played && !playing && played.outcome !== 'waiting' ? ends[played.outcome] : null;
  return (
    <div className={css.chat} role="log" aria-label={t('flows.test_log')} aria-busy={playing}>
      {said.map((line) => (
        <div key={line.key} className={css.line} data-by={line.by} lang={run.locale}>
          <span className="visually-hidden">{t(line.by === 'bot' ? 'flows.test_bot' : 'flows.test_customer')}: </span>
          <p className={css.bubble}>{line.text}</p>
          {line.options.length > 0 && (
            <div className={css.options}>
              {line.options.map((option) => (
                <Button
                  key={option.id}
                  variant="default"
                  disabled={playing || line !== last || !line.step}
                  onClick={() => line.step && run.reply({ kind: 'option', step: line.step, option: option.id })}
                >
                  {option.label}
                </Button>
              ))}
            </div>
          )}
        </div>
      ))}
      {playing && (
        <div className={css.line} data-by="bot">
          <p className={css.bubble} role="status">
            <span className={css.dots} aria-hidden>
              <span />
              <span />
              <span />
            </span>
            <span className="visually-hidden">{t('flows.test_writing')}</span>
          </p>
        </div>
      )}
      {error !== null && !playing && (
        <Alert color="danger" role="alert" title={t('flows.test_failed')}>
          {words(error)}
          <div className={css.retry}>
            <Button variant="default" onClick={run.again}>
              {t('retry')}
            </Button>
          </div>
        </Alert>
      )}
      {result && (
        <p className={css.end} role="status">
          <result.icon size={16} stroke={1.6} aria-hidden />
          {t(result.word)}
        </p>
      )}
      <div ref={end} />
    </div>
  );
}
