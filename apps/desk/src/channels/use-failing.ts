import { useQuery } from '@tanstack/react-query';
import { useCan } from '../app/me.ts';
import { healthQuery } from './channels.queries.ts';

/** How many inboxes are failing: for those who can do something about it, nobody else asks. `wanted`: whether this place tells of it. */
export function useFailing(wanted = true): number {
  const enabled = useCan('inbox.manage') && wanted;
  const { data } = useQuery({ ...healthQuery, enabled });
  return enabled ? (data?.items.filter(({ state }) => state === 'failing').length ?? 0) : 0;
}
