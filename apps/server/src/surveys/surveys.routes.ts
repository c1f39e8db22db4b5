import * as contract from '@madoguchi/contract/surveys.ts';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/routes.ts';
import { setInboxSettings, setSettings } from './settings/settings.commands.ts';
import { allSettings } from './settings/settings.queries.ts';
import { listSurveysOf } from './surveys.queries.ts';

export function surveysRoutes(app: FastifyInstance): void {
  serve(app, contract.getSurveySettings, 'workspace.read', (ctx) => ctx.transaction((tx) => allSettings(ctx, tx)));
  serve(app, contract.updateSurveySettings, 'workspace.manage', (ctx, { body }) => setSettings(ctx, body));
  serve(app, contract.updateInboxSurveySettings, 'workspace.manage', (ctx, { params, body }) =>
    setInboxSettings(ctx, params.id, body.settings),
  );
  serve(app, contract.listSurveys, 'conversation.read', (ctx, { query }) => ctx.transaction((tx) => listSurveysOf(ctx, tx, query)));
}
