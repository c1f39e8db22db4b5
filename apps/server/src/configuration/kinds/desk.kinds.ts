import { cannedBody } from '@madoguchi/contract/canned-responses.ts';
import { macroBody } from '@madoguchi/contract/macros.ts';
import { addCompanyWord as addWordContract, replyCheckSettings } from '@madoguchi/contract/reply-checks.ts';
import { createTextFolder as createFolderContract } from '@madoguchi/contract/text-folders.ts';
import { createMacro, removeMacro, updateMacro } from '../../automation/macros/macros.commands.ts';
import { listMacros } from '../../automation/macros/macros.queries.ts';
import { createCannedResponse, removeCannedResponse, updateCannedResponse } from '../../canned-responses/canned-responses.commands.ts';
import { listCannedResponses } from '../../canned-responses/canned-responses.queries.ts';
import { createTextFolder, removeTextFolder, renameTextFolder } from '../../canned-responses/folders/folders.commands.ts';
import { listTextFolders } from '../../canned-responses/folders/folders.queries.ts';
import { addCompanyWord, changeCompanyWord, removeCompanyWord, setRulesOff } from '../../reply-checks/reply-checks.commands.ts';
import { replyCheckSettings as readChecks } from '../../reply-checks/reply-checks.queries.ts';
import { kindFixed } from '../configuration.errors.ts';
import type { Kind } from '../configuration.types.ts';
import { manyOf, oneOf } from './make-kind.ts';

const cannedShape = cannedBody.omit({ fileIds: true });
const isShared = ({ owner }: { owner: string }) => owner !== 'private';

/** What agents write with. What is somebody's own stays with them, and so do uploaded files. */
export const deskKinds: Kind[] = [
  manyOf({
    name: 'text-folders',
    prefix: 'tfo',
    shape: createFolderContract.body,
    keyOf: ({ kind, name, parentId }) =>
      [kind, ...(parentId === null ? [] : [String(parentId).split('/').slice(1).join('/')]), name].join('/'),
    list: async (ctx, tx) => {
      const of = (kind: 'canned' | 'macro') => listTextFolders(tx, ctx.viewer.workspaceId, kind);
      // Those on top first: the others lie in them.
      return [...(await of('canned')), ...(await of('macro'))].toSorted(
        (a, b) => Number(a.parentId !== null) - Number(b.parentId !== null),
      );
    },
    idOf: ({ id }) => id,
    create: createTextFolder,
    update: async (ctx, id, { kind, name, parentId }) => {
      const found = (await ctx.transaction((tx) => listTextFolders(tx, ctx.viewer.workspaceId, kind))).find((one) => one.id === id);
      if (found?.parentId !== parentId) throw kindFixed();
      await renameTextFolder(ctx, id, name);
    },
    remove: removeTextFolder,
  }),
  manyOf({
    name: 'canned-responses',
    prefix: 'can',
    key: 'shortcut',
    shape: cannedShape,
    list: async (ctx, tx, { files }) => (await listCannedResponses(ctx, tx, files, true)).filter(isShared),
    idOf: ({ id }) => id,
    create: (ctx, value, { files }) => createCannedResponse(ctx, files, { ...value, fileIds: [] }),
    update: async (ctx, id, value, { files }) => {
      const all = await ctx.transaction((tx) => listCannedResponses(ctx, tx, files, true));
      const fileIds = all.find((one) => one.id === id)?.files.map((file) => file.id) ?? [];
      return updateCannedResponse(ctx, files, id, { ...value, fileIds }, 'any');
    },
    remove: (ctx, id) => removeCannedResponse(ctx, id, 'any'),
  }),
  manyOf({
    name: 'macros',
    prefix: 'mac',
    shape: macroBody,
    list: async (ctx, tx) => (await listMacros(ctx, tx, true)).filter(isShared),
    idOf: ({ id }) => id,
    create: createMacro,
    update: (ctx, id, value) => updateMacro(ctx, id, value, 'any'),
    remove: (ctx, id) => removeMacro(ctx, id, 'any'),
  }),
  oneOf({
    name: 'reply-checks',
    shape: replyCheckSettings.pick({ off: true }),
    read: (ctx, tx) => readChecks(tx, ctx.viewer.workspaceId),
    write: (ctx, { off }) => setRulesOff(ctx, off),
  }),
  manyOf({
    name: 'company-words',
    key: 'word',
    removesFirst: true,
    shape: addWordContract.body,
    list: async (ctx, tx) => (await readChecks(tx, ctx.viewer.workspaceId)).words,
    idOf: ({ id }) => id,
    create: addCompanyWord,
    update: changeCompanyWord,
    remove: removeCompanyWord,
  }),
];
