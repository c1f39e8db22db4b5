import { z } from 'zod';
import { id, idParam, personText } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Who may use a text or a macro. private: nobody but its author sees it, administrators neither. */
export const owner = z.enum(['shared', 'team', 'private']);
export type Owner = z.infer<typeof owner>;

/** Whose it is, as it is asked for: a team only of owner `team`. */
export const ownership = {
  owner: owner.default('shared'),
  teamId: id('tem').nullable().default(null),
  folderId: id('tfo').nullable().default(null),
};
/** The same as it is told. */
export const owned = { owner, teamId: id('tem').nullable(), folderId: id('tfo').nullable() };

export const folderKind = z.enum(['canned', 'macro']);
/** Two levels: one with a `parentId` holds no folders. Everybody sees the names of folders. */
export const textFolder = z.object({ id: id('tfo'), kind: folderKind, name: z.string(), parentId: id('tfo').nullable() });
export type TextFolder = z.infer<typeof textFolder>;

export const listTextFolders = endpoint('GET', '/api/text-folders', {
  summary: 'The folders of canned responses or macros, by name',
  query: z.object({ kind: folderKind }),
  response: z.object({ items: z.array(textFolder) }),
});
/** 409 folder.too_deep in a folder that lies in one. */
export const createTextFolder = endpoint('POST', '/api/text-folders', {
  summary: 'Add a folder',
  body: z.object({ kind: folderKind, name: personText(60).min(1), parentId: id('tfo').nullable().default(null) }),
  response: textFolder,
  status: 201,
});
export const renameTextFolder = endpoint('PATCH', '/api/text-folders/:id', {
  summary: 'Rename a folder',
  params: idParam('tfo'),
  body: z.object({ name: personText(60).min(1) }),
  response: textFolder,
});
export const deleteTextFolder = endpoint('DELETE', '/api/text-folders/:id', {
  summary: 'Remove a folder; what lies in it lies one level up from then on',
  params: idParam('tfo'),
});
