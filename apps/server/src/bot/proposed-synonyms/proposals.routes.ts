import * as contract from '@madoguchi/contract/proposed-synonyms.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { acceptProposal, ignoreProposal } from './proposals.commands.ts';
import { listSynonymProposals } from './proposals.queries.ts';

export function proposalsRoutes(app: FastifyInstance): void {
  serve(app, contract.listSynonymProposals, 'knowledge.read', async (ctx) => ({ items: await listSynonymProposals(ctx) }));
  serve(app, contract.acceptSynonymProposal, 'knowledge.write', (ctx, { body }) => acceptProposal(ctx, body));
  serve(app, contract.ignoreSynonymProposal, 'knowledge.write', async (ctx, { body }) => {
    await ignoreProposal(ctx, body);
    return undefined;
  });
}
