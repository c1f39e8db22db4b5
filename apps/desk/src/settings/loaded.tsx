import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import { Failure } from '../ui/failure.tsx';

/** Shows what was asked for once it is there; until then its outline, and a failure with a way on. */
export function Loaded<T>({ query, height, children }: { query: UseQueryResult<T>; height: number; children: (data: T) => ReactNode }) {
  const t = useAdminWords();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Skeleton height={height} radius="md" />;
  return (
    <Failure error={query.error}>
      <Button variant="default" onClick={() => void query.refetch()}>
        {t('retry')}
      </Button>
    </Failure>
  );
}
