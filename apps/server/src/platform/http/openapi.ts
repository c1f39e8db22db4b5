import { problem } from '@madoguchi/contract/common.ts';
import { z } from 'zod';
import type { Permit } from './routes.ts';

/** A route as the documentation needs to know it. */
export type DescribedRoute = {
  method: string;
  path: string;
  permit: Permit;
  summary: string;
  /** It opens a WebSocket. */
  socket: boolean;
  /** The request is multipart/form-data with one part `file`. */
  upload: boolean;
  /** How often it may be asked is limited. */
  limited: boolean;
};

type Response = { description: string; content?: Record<string, unknown>; headers?: Record<string, unknown> };
type Operation = {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: unknown[];
  requestBody?: unknown;
  responses: Record<string, Response>;
  security?: Record<string, string[]>[];
};
export type OpenApi = { openapi: string; paths?: Record<string, Record<string, Operation>>; components?: Record<string, unknown> };

const SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'madoguchi_session',
    description: 'The cookie that POST /api/sign-in sets. Requests that change something must come from a page of this server.',
  },
  apiKey: { type: 'http', scheme: 'bearer', description: 'An API key (`mdg_…`) from the settings, with the rights of its role.' },
  visitorToken: { type: 'http', scheme: 'bearer', description: 'The token that POST /api/chat/{key}/session gave to a visitor.' },
};

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const refused = (description: string): Response => ({ description, content: problemContent });

/** Who may ask, as the documentation says it. */
function securityOf(permit: Permit): { security: Record<string, string[]>[]; description?: string } {
  if (permit === 'public') return { security: [] };
  if (permit === 'visitor') return { security: [{ visitorToken: [] }] };
  if (permit === 'signed_in') return { security: [{ session: [] }], description: 'For a signed-in agent, not for API keys.' };
  return { security: [{ session: [] }, { apiKey: [] }], description: `Needs the permission \`${permit}\`.` };
}

/** The refusals that follow from how a route is guarded and asked. Everything else is `default`. */
function refusalsOf(route: DescribedRoute, operation: Operation): Record<string, Response> {
  const guarded = route.permit !== 'public';
  const asks = Boolean(operation.parameters?.length || operation.requestBody);
  return {
    ...(asks ? { 400: refused('`request.invalid`: member `errors` says where and why.') } : {}),
    ...(guarded ? { 401: refused(route.permit === 'visitor' ? '`visitor.token_invalid`' : '`not_signed_in`') } : {}),
    ...(guarded && route.permit !== 'visitor' ? { 403: refused('`forbidden` or `origin.refused`') } : {}),
    ...(route.path.includes('/:') ? { 404: refused('There is no such thing that you may see.') } : {}),
    ...(route.upload ? { 413: refused('`request.too_large`'), 415: refused('The file is of a type that is not taken.') } : {}),
    ...(route.limited ? { 429: { ...refused('`too_many_requests`'), headers: { 'retry-after': { schema: { type: 'integer' } } } } } : {}),
    default: refused('A problem (RFC 9457). 503 `unavailable`: the database is away for a moment, try again.'),
  };
}

const FILE = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
      },
    },
  },
};

const SOCKET = {
  101: { description: 'The WebSocket opens; who may not use it is turned away by a close code from 4400 to 4499. Frames are JSON.' },
};

function operationOf(route: DescribedRoute, found: Operation | undefined): Operation {
  const own: Operation = found ?? { responses: {}, parameters: parametersOf(route.path) };
  const asked: Operation = route.upload ? { ...own, requestBody: FILE } : own;
  const answers = Object.fromEntries(
    Object.entries(own.responses).map(([status, response]) => [status, { ...response, description: 'Done' }]),
  );
  if (Object.keys(answers).length === 0) answers[204] = { description: 'Done' };
  return {
    ...asked,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'api'],
    ...securityOf(route.permit),
    responses: route.socket ? SOCKET : { ...answers, ...refusalsOf(route, asked) },
  };
}

const parametersOf = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ in: 'path', name, required: true, schema: { type: 'string' } }));

/** The document made from the schemas, completed by what they do not say: who may ask, what is refused and how, files and sockets. */
export function completeOpenApi(document: OpenApi, routes: readonly DescribedRoute[]): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    if (!route.path.startsWith('/api/')) continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const method = route.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: operationOf(route, document.paths?.[path]?.[method]) };
  }
  const { $schema: _draft, ...problemSchema } = z.toJSONSchema(problem);
  return { ...document, paths, components: { schemas: { Problem: problemSchema }, securitySchemes: SCHEMES } };
}
