import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../../channels/channels.queries.ts';
import { Problem } from '../health/problem.tsx';

/** What is wrong with an inbox now, above the settings that may put it right. */
export function InboxProblem({ inboxId }: { inboxId: string }) {
  const { data } = useQuery(healthQuery);
  const health = data?.items.find(({ inbox }) => inbox.id === inboxId);
  return health?.state === 'failing' ? <Problem health={health} /> : null;
}
