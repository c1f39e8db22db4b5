// Pure: whose a text or macro is, in columns.
import type { Owner } from '@madoguchi/contract/text-folders.ts';

export type OwnerColumns = { owner: Owner; team_id: string | null; agent_id: string | null; folder_id: string | null };
export type OwnerWish = { owner: Owner; teamId: string | null; folderId: string | null };

/** Null where the wish cannot be: a team's without a team, a private one of nobody. */
export function ownerColumns({ owner, teamId, folderId }: OwnerWish, agentId: string | null): OwnerColumns | null {
  if (owner === 'team' && teamId === null) return null;
  if (owner === 'private' && agentId === null) return null;
  return {
    owner,
    team_id: owner === 'team' ? teamId : null,
    agent_id: owner === 'private' ? agentId : null,
    folder_id: folderId,
  };
}
