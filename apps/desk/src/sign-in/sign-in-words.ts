import { ProblemError } from '@madoguchi/client/client.ts';
import { useEffect, useState } from 'react';
import { useWords } from '../app/locale.tsx';
import { problemWords } from '../app/problem-words.ts';

/** How long to wait after too many tries, when the server does not say. */
const DEFAULT_WAIT_SECONDS = 60;

function waitOf(error: unknown): number {
  if (!(error instanceof ProblemError) || error.status !== 429) return 0;
  const told = error.problem.retryAfterSeconds;
  return typeof told === 'number' && told > 0 ? Math.ceil(told) : DEFAULT_WAIT_SECONDS;
}

/** What went wrong in words; while the server wants us to wait, it counts down and `waiting` is true. */
export function useSignInWords(error: unknown): { text: string | null; waiting: boolean } {
  const t = useWords();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + waitOf(error) * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [error]);
  if (!error) return { text: null, waiting: false };
  if (waitOf(error) === 0) return { text: problemWords(t, error), waiting: false };
  if (left === 0) return { text: t('sign_in.again_now'), waiting: false };
  const text = left > 90 ? t('sign_in.too_many_minutes', { minutes: Math.ceil(left / 60) }) : t('sign_in.too_many', { seconds: left });
  return { text, waiting: true };
}
