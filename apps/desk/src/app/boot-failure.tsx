import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { Failure } from '../ui/failure.tsx';
import { useWords } from './locale.tsx';

/** When a whole place cannot be shown: what happened, what is safe, and the way on; with the network it comes back by itself. */
export function BootFailure({ error, reset }: ErrorComponentProps) {
  const t = useWords();
  const router = useRouter();
  const again = useCallback(() => {
    reset();
    void router.invalidate();
  }, [reset, router]);
  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [again]);
  return (
    <Failure error={error}>
      <Button onClick={again}>{t('action.retry')}</Button>
    </Failure>
  );
}
