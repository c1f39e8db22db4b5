import { setConversationFields } from '@madoguchi/contract/fields.ts';
import type { FastifyInstance } from 'fastify';
import { conversationById } from '../conversations/queries/read.ts';
import { serve } from '../platform/http/routes.ts';
import { setFields } from './fields.commands.ts';

export function fieldsRoutes(app: FastifyInstance): void {
  serve(app, setConversationFields, 'conversation.tag', async (ctx, { params, body }) => {
    await setFields(ctx, params.id, body.changes);
    return ctx.transaction((tx) => conversationById(tx, ctx.viewer.workspaceId, params.id));
  });
}
