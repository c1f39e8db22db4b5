import { type CustomRole, createRole, listRoles, type RoleBody, removeRole, updateRole } from '@madoguchi/contract/roles.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { agentsQuery } from '../../conversations/conversations.queries.ts';

/** Looked at anew each time: how many have a role moves elsewhere. */
export const rolesQuery = queryOptions({ queryKey: ['roles'], queryFn: () => call(listRoles, {}), staleTime: 0 });

/** Adds a role, or changes the one with `id`. */
export async function saveRole(id: string | null, body: RoleBody): Promise<CustomRole> {
  const saved = id ? await call(updateRole, { params: { id }, body }) : await call(createRole, { body });
  const others = (items: readonly CustomRole[]) => items.filter((one) => one.id !== saved.id);
  queryClient.setQueryData(rolesQuery.queryKey, (now) => now && { ...now, items: [...others(now.items), saved].sort(byName) });
  void queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey });
  return saved;
}

/** Removes a role; whoever has it gets the other one. */
export async function dropRole(id: string, replaceBy: string | null): Promise<void> {
  await call(removeRole, { params: { id }, query: replaceBy ? { replaceBy } : {} });
  void queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey });
  await queryClient.invalidateQueries({ queryKey: rolesQuery.queryKey });
}

const byName = (a: CustomRole, b: CustomRole) => a.name.localeCompare(b.name);
