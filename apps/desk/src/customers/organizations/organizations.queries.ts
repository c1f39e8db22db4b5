import { getOrganization, listOrganizations, type Organization } from '@madoguchi/contract/organizations.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { keys } from '../customers.queries.ts';

/** Organizations by name, page by page. */
export const organizationPagesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.organizations, 'pages', q],
    queryFn: ({ pageParam }) => call(listOrganizations, { query: { q: q || undefined, cursor: pageParam ?? undefined, limit: 50 } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** One with its people. */
export const organizationQuery = (id: string) =>
  queryOptions({ queryKey: [...keys.organizations, 'one', id], queryFn: () => call(getOrganization, { params: { id } }) });

/** Shows what was saved at once, and asks again wherever its name may stand. */
export function noteOrganization(saved: Organization): void {
  queryClient.setQueryData(organizationQuery(saved.id).queryKey, (now) => now && { ...now, ...saved });
  void queryClient.invalidateQueries({ queryKey: keys.organizations });
  void queryClient.invalidateQueries({ queryKey: ['customers'] });
}
