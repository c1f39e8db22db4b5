import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Failure } from '../ui/failure.tsx';
import { useWords } from './locale.tsx';

/** When a whole place cannot be shown: what happened, what is safe, and the way on. */
export function BootFailure({ error, reset }: ErrorComponentProps) {
  const t = useWords();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Failure error={error}>
      <Button onClick={again}>{t('action.retry')}</Button>
    </Failure>
  );
}
