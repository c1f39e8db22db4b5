import type { Role } from '@madoguchi/contract/agents.ts';
import { describe, expect, test } from 'vitest';
import { openDesk } from '../../test/desk.ts';
import { type Permission, permissions, permissionsOf } from './agents.permissions.ts';

const { routeTable, call, addCompany } = await openDesk();
const { cookies } = await addCompany('shop.example');
const guarded = routeTable.filter(({ permit }) => !['public', 'signed_in'].includes(permit));

describe.each(guarded)('$method $path needs $permit', ({ method, path, permit }) => {
  const url = path.replace(':id', 'x');
  const ask = (given: object) => call(method as 'GET', url, { ...given, ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }) });

  test('and the catalogue knows it', () => {
    expect(permissions).toContain(permit);
  });

  test.each(['owner', 'admin', 'supervisor', 'agent'] as Role[])('as %s', async (role) => {
    const { statusCode } = await ask({ cookie: cookies[role] });
    // The permission is looked at before the request: who may do it gets as far as the nonsense in it, or as what is not set up.
    if (permissionsOf(role).has(permit as Permission)) expect([200, 400, 201, 409]).toContain(statusCode);
    else expect(statusCode).toBe(403);
  });

  test('as nobody', async () => {
    expect((await ask({})).statusCode).toBe(401);
  });
});
