import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import { limits } from '@madoguchi/contract/common.ts';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { jsonSchemaTransform, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Ctx } from '../ctx.ts';
import { completeOpenApi, type DescribedRoute, type OpenApi } from './openapi.ts';
import { answerBrokenRequest, answerWithProblem } from './problems.ts';
import { notFound } from './refusal.ts';
import type { Permit } from './routes.ts';

export type RouteEntry = Pick<DescribedRoute, 'method' | 'path' | 'permit'>;

export type HttpOptions = {
  log: Logger;
  /** Turns a request and the route's permit into whose work it is, or throws a Refusal. */
  authorize: (request: FastifyRequest, permit: Permit) => Promise<Ctx>;
  /** Checks every answer against the contract (tests); otherwise answers are only written as JSON, which is 1.2–2 times faster. */
  checkAnswers?: boolean;
  trustProxy?: boolean;
  /** How long a request may take to arrive, however slowly it is sent. Default two minutes: a file of 10 MB over a slow line. */
  arrivesWithinMs?: number;
};

/** Fastify with everything every route shares: problems, permits, limits, headers, OpenAPI. Rooms add their routes to it. */
export async function makeHttpServer({ log, authorize, checkAnswers = false, trustProxy = false, arrivesWithinMs = 120_000 }: HttpOptions) {
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    bodyLimit: 1024 * 1024,
    trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    requestTimeout: arrivesWithinMs,
    http: { headersTimeout: Math.min(60_000, arrivesWithinMs), connectionsCheckingInterval: Math.min(30_000, arrivesWithinMs) },
    clientErrorHandler: answerBrokenRequest,
    // Signed tokens stand in paths (files, inquiries); the default ends at 100 characters.
    routerOptions: { maxParamLength: 2000 },
  });
  const routeTable: DescribedRoute[] = [];

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(({ schema }) => (data) => {
    if (checkAnswers && schema && 'parse' in schema) (schema as unknown as z.ZodType).parse(data);
    return JSON.stringify(data);
  });
  app.setErrorHandler(answerWithProblem);
  app.setNotFoundHandler((request, reply) => answerWithProblem(notFound(), request, reply));

  app.addHook('onRoute', (route) => {
    const permit = route.config?.permit;
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      if (!permit) throw new Error(`${method} ${route.url} names no permit: every route must say who may call it`);
      routeTable.push({
        method,
        path: route.url,
        permit,
        summary: route.schema?.summary ?? '',
        socket: Boolean(route.websocket),
        upload: Boolean(route.config?.upload),
        limited: Boolean(route.config?.rateLimit),
      });
    }
  });
  app.addHook('preValidation', async (request) => {
    const permit = request.routeOptions.config.permit;
    if (permit) request.ctx = await authorize(request, permit);
  });

  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: { policy: 'cross-origin' }, hsts: false });
  await app.register(rateLimit, { global: false, max: 100, timeWindow: '1 minute' });
  await app.register(multipart, { limits: { fileSize: limits.attachmentBytes, files: 1, fields: 5 } });
  await app.register(websocket, { options: { maxPayload: 64 * 1024 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Madoguchi API',
        version: '1',
        description: 'Errors are RFC 9457 problems with a stable `code`. Times are UTC (RFC 3339); lists are paged by `cursor`.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new Error('made for OpenAPI 3.1 alone');
      return completeOpenApi(document.openapiObject as OpenApi, routeTable);
    },
  });
  return { app, routeTable };
}
