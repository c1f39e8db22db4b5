import {
  createTextFolder,
  deleteTextFolder,
  listTextFolders,
  renameTextFolder,
  type TextFolder,
} from '@madoguchi/contract/text-folders.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';

type Kind = TextFolder['kind'];

export const foldersQuery = (kind: Kind) =>
  queryOptions({ queryKey: ['text-folders', kind], queryFn: () => call(listTextFolders, { query: { kind } }), staleTime: 60_000 });

const renew = (kind: Kind) =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['text-folders', kind] }),
    queryClient.invalidateQueries({ queryKey: [kind === 'canned' ? 'canned-responses' : 'macros'] }),
  ]);

export async function addFolder(kind: Kind, name: string, parentId: string | null): Promise<void> {
  await call(createTextFolder, { body: { kind, name, parentId } });
  await renew(kind);
}
export async function renameFolder({ id, kind }: TextFolder, name: string): Promise<void> {
  await call(renameTextFolder, { params: { id }, body: { name } });
  await renew(kind);
}
/** What lies in it comes one level up. */
export async function removeFolder({ id, kind }: TextFolder): Promise<void> {
  await call(deleteTextFolder, { params: { id } });
  await renew(kind);
}
