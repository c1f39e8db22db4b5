import type { Endpoint, OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { z } from 'zod';
import type { Ctx } from '../ctx.ts';

/**
 * Who may call a route: 'public' (nobody in particular), 'visitor' (a signed visitor token), 'signed_in' (any agent), or the name of a
 * permission. The authorizer in app.ts turns a request and this into a Ctx, or refuses.
 */
export type Permit = string;

declare module 'fastify' {
  interface FastifyContextConfig {
    permit?: Permit;
    /** The request is multipart/form-data with one part `file`. */
    upload?: boolean;
  }
  interface FastifyRequest {
    ctx: Ctx;
  }
}

type Input<E extends Endpoint> = {
  params: E['params'] extends z.ZodType ? z.output<E['params']> : undefined;
  query: E['query'] extends z.ZodType ? z.output<E['query']> : undefined;
  body: E['body'] extends z.ZodType ? z.output<E['body']> : undefined;
  request: FastifyRequest;
  reply: FastifyReply;
};

type Options = { config?: Omit<FastifyContextConfig, 'permit' | 'upload'>; bodyLimit?: number };

/**
 * Serves one endpoint of the contract: its schemas validate, `permit` guards, `handle` makes one call.
 * The handler gets the Ctx that the authorizer made; a public route's Ctx sees nothing until the room looks a workspace up.
 */
export function serve<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  permit: Permit,
  handle: (ctx: Ctx, input: Input<E>) => Promise<OutputOf<E>>,
  options: Options = {},
): void {
  const { method, path, summary, params, query, body, upload, response, status } = endpoint;
  const success = status ?? (response ? 200 : 204);
  const routeOptions: RouteShorthandOptions = {
    schema: {
      summary,
      tags: [path.split('/')[2] ?? 'api'],
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      response: response ? { [success]: response } : {},
    },
    config: { ...options.config, permit, ...(upload ? { upload } : {}) },
    ...(options.bodyLimit ? { bodyLimit: options.bodyLimit } : {}),
  };
  app.route({
    method,
    url: path,
    ...routeOptions,
    handler: async (request, reply) => {
      const input = { params: request.params, query: request.query, body: request.body, request, reply } as Input<E>;
      const output = await handle(request.ctx, input);
      return reply.code(success).send(response ? output : null);
    },
  });
}
