import { embeddingState } from '@madoguchi/contract/embeddings.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/routes.ts';
import { embeddingStateOf } from './vectors.queries.ts';

export function vectorsRoutes(app: FastifyInstance): void {
  serve(app, embeddingState, 'workspace.manage', embeddingStateOf);
}
