import type { RoleBody } from '@madoguchi/contract/roles.ts';
import { useQuery } from '@tanstack/react-query';
import { NotFound } from '../../app/not-found.tsx';
import { Loaded } from '../loaded.tsx';
import { BuiltInRole } from './built-in-role.tsx';
import { RoleForm } from './role-form.tsx';
import { RoleList } from './role-list.tsx';
import { permissionsFrom, valuesOf } from './role-values.ts';
import { rolesQuery } from './roles.queries.ts';

/** Where a role is that is not there yet; `new-agent` and `new-supervisor` say what it is made from. */
const NEW = /^new(?:-(agent|supervisor))?$/;

/** Who may what and sees what: the roles, one of them, or a new one. */
export function RolesSection({ rest }: { rest: string | null }) {
  const query = useQuery(rolesQuery);
  return (
    <Loaded query={query} height={360}>
      {(roles) => {
        if (!rest) return <RoleList {...roles} />;
        const builtIn = roles.builtIn.find(({ role }) => role === rest);
        if (builtIn) return <BuiltInRole {...builtIn} />;
        const made = NEW.exec(rest);
        const role = roles.items.find(({ id }) => id === rest);
        if (!role && !made) return <NotFound />;
        const base = (made?.[1] ?? 'agent') as RoleBody['base'];
        const of = (name: RoleBody['base']) => permissionsFrom(roles.builtIn.find((one) => one.role === name)?.permissions ?? []);
        const fresh: RoleBody = { name: '', base, permissions: of(base), sees: 'inboxes', unassigned: true };
        return <RoleForm key={rest} role={role ?? null} stored={role ? valuesOf(role) : fresh} permissionsOf={of} others={roles.items} />;
      }}
    </Loaded>
  );
}
