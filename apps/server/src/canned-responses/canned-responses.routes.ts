import * as contract from '@madoguchi/contract/canned-responses.ts';
import * as folders from '@madoguchi/contract/text-folders.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { createCannedResponse, removeCannedResponse, updateCannedResponse } from './canned-responses.commands.ts';
import { listCannedResponses } from './canned-responses.queries.ts';
import type { CannedFiles } from './canned-responses.types.ts';
import { createTextFolder, removeTextFolder, renameTextFolder } from './folders/folders.commands.ts';
import { listTextFolders } from './folders/folders.queries.ts';

/** `files`: how files hang on texts, by the room that keeps them. */
export function cannedResponsesRoutes(app: FastifyInstance, { files }: { files: CannedFiles }): void {
  serve(app, contract.listCannedResponses, 'canned.read', async (ctx) => ({
    items: await ctx.transaction((tx) => listCannedResponses(ctx, tx, files)),
  }));
  serve(app, contract.listAllCannedResponses, 'canned.write', async (ctx) => ({
    items: await ctx.transaction((tx) => listCannedResponses(ctx, tx, files, true)),
  }));
  serve(app, contract.createCannedResponse, 'canned.write', (ctx, { body }) => createCannedResponse(ctx, files, body));
  serve(app, contract.updateCannedResponse, 'canned.write', (ctx, { params, body }) =>
    updateCannedResponse(ctx, files, params.id, body, 'any'),
  );
  serve(app, contract.deleteCannedResponse, 'canned.write', async (ctx, { params }) => {
    await removeCannedResponse(ctx, params.id, 'any');
    return undefined;
  });

  const mine = { owner: 'private', teamId: null } as const;
  serve(app, contract.createOwnCannedResponse, 'conversation.reply', (ctx, { body }) =>
    createCannedResponse(ctx, files, { ...body, ...mine }),
  );
  serve(app, contract.updateOwnCannedResponse, 'conversation.reply', (ctx, { params, body }) =>
    updateCannedResponse(ctx, files, params.id, { ...body, ...mine }, 'own'),
  );
  serve(app, contract.deleteOwnCannedResponse, 'conversation.reply', async (ctx, { params }) => {
    await removeCannedResponse(ctx, params.id, 'own');
    return undefined;
  });

  serve(app, folders.listTextFolders, 'canned.read', async (ctx, { query }) => ({
    items: await ctx.transaction((tx) => listTextFolders(tx, ctx.viewer.workspaceId, query.kind)),
  }));
  serve(app, folders.createTextFolder, 'canned.write', (ctx, { body }) => createTextFolder(ctx, body));
  serve(app, folders.renameTextFolder, 'canned.write', (ctx, { params, body }) => renameTextFolder(ctx, params.id, body.name));
  serve(app, folders.deleteTextFolder, 'canned.write', async (ctx, { params }) => {
    await removeTextFolder(ctx, params.id);
    return undefined;
  });
}
