import { permissionGroups, type RoleBody, wholeSightPermissions } from '@madoguchi/contract/roles.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissions } from '../agents.permissions.ts';
import { exceeds, refuseRole, rightsOfBuiltIn, rightsOfCustom, seesPlace, sightOf } from './rights.rules.ts';

const offered = Object.values(permissionGroups).flat();
/** Who has these can hand out rights, make themselves see more, or let the memory of the company go. */
const KEPT = ['agent.manage', 'workspace.manage', 'inbox.manage', 'api_key.manage', 'retention.manage'];

const bodies: fc.Arbitrary<RoleBody> = fc.record({
  name: fc.constant('パート'),
  base: fc.constantFrom('agent' as const, 'supervisor' as const),
  permissions: fc.subarray(offered),
  sees: fc.constantFrom('inboxes' as const, 'own_team' as const, 'own' as const),
  unassigned: fc.boolean(),
});

test('every right is offered, or kept for owners and admins: none is forgotten', () => {
  expect([...offered, ...KEPT].sort()).toEqual([...permissions].sort());
});

describe('nobody gives what they do not have', () => {
  test('whatever the role and whoever gives it', () => {
    fc.assert(
      fc.property(bodies, bodies, fc.boolean(), (mine, wish, manages) => {
        const by = rightsOfCustom({ ...mine, permissions: [...mine.permissions, ...(manages ? ['agent.manage'] : [])] });
        if (refuseRole(by, wish) !== null) return;
        const given = rightsOfCustom(wish);
        expect(by.permissions.has('agent.manage')).toBe(true);
        expect([...given.permissions].filter((one) => !by.permissions.has(one))).toEqual([]);
        // What the one sees of any place, the other sees, too.
        const teams = [{ id: 'tem_1', memberIds: ['agt_1', 'agt_2'] }];
        const eyes = (rights: typeof by) => ({ inboxes: 'all' as const, sight: sightOf(rights, 'agt_1', teams) as never });
        for (const agentId of [null, 'agt_1', 'agt_2', 'agt_3'])
          for (const teamId of [null, 'tem_1', 'tem_2']) {
            const place = { inboxId: 'ibx_1', agentId, teamId };
            if (seesPlace(eyes(given), place)) expect(seesPlace(eyes(by), place)).toBe(true);
          }
      }),
      { numRuns: 500 },
    );
  });

  test('an admin makes any role but one that reaches those out of its sight', () => {
    fc.assert(
      fc.property(bodies, (wish) => {
        const blind = wish.sees !== 'inboxes' && wish.permissions.some((one) => wholeSightPermissions.includes(one));
        expect(refuseRole(rightsOfBuiltIn('admin'), wish)).toBe(blind ? 'needs_sight' : null);
      }),
    );
  });

  test('the built-in roles stand one below the other', () => {
    expect(exceeds(rightsOfBuiltIn('agent'), rightsOfBuiltIn('supervisor'))).toBe(false);
    expect(exceeds(rightsOfBuiltIn('supervisor'), rightsOfBuiltIn('admin'))).toBe(false);
    expect(exceeds(rightsOfBuiltIn('admin'), rightsOfBuiltIn('supervisor'))).toBe(true);
  });
});
