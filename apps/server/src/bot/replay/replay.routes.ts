import * as contract from '@madoguchi/contract/checked-questions.ts';
import type { FastifyInstance } from 'fastify';
import type { KnowledgeSearch } from '../../knowledge/knowledge.types.ts';
import { serve } from '../../platform/http/routes.ts';
import { botPolicyReport } from '../policy/report.queries.ts';
import { replayQuestions } from './replay.queries.ts';

export function replayRoutes(app: FastifyInstance, search: KnowledgeSearch): void {
  serve(app, contract.replayQuestions, 'knowledge.write', (ctx, { body }) => replayQuestions(ctx, search, body.change));
  serve(app, contract.getBotPolicy, 'knowledge.read', (ctx) => botPolicyReport(ctx, search));
}
