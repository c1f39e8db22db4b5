import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isDatabaseAway } from '../db/database-away.ts';
import { Refusal } from './refusal.ts';

type Problem = { type: string; title: string; status: number; code: string; [extra: string]: unknown };

/** An error as an RFC 9457 problem. Nothing of an unexpected error's text leaves the server. */
export function problemOf(error: FastifyError | Refusal | Error): Problem {
  if (error instanceof Refusal) return problem(error.status, error.code, error.extra);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((one) => ({
      path: one.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: one.message ?? 'invalid',
    }));
    return problem(400, 'request.invalid', { errors });
  }
  const status = 'statusCode' in error && error.statusCode ? error.statusCode : 500;
  if (status === 429) return problem(429, 'too_many_requests');
  if (status === 413) return problem(413, 'request.too_large');
  if (status === 415) return problem(415, 'request.type_unsupported');
  if (status >= 400 && status < 500) return problem(status, 'request.malformed');
  return isDatabaseAway(error) || lostARace(error) ? problem(503, 'unavailable') : problem(500, 'internal');
}

/** PostgreSQL ended this transaction so that another could go on (class 40: deadlock, serialization): the same again will do. */
const lostARace = (error: Error): boolean => 'code' in error && /^40/.test(String(error.code));

const problem = (status: number, code: string, extra: object = {}): Problem => ({
  type: `urn:madoguchi:problem:${code}`,
  title: code,
  status,
  code,
  ...extra,
});

/** What came cannot be read as HTTP, or took too long to come: there is no request to answer, only a socket. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const { status, code } = late ? { status: 408, code: 'request.too_slow' } : { status: 400, code: 'request.malformed' };
  const body = JSON.stringify(problem(status, code));
  const head = `HTTP/1.1 ${status} ${late ? 'Request Timeout' : 'Bad Request'}\r\ncontent-type: application/problem+json\r\nconnection: close`;
  if (socket.writable) socket.write(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  socket.destroy();
}

export function answerWithProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) {
  const found = problemOf(error);
  if (found.status >= 500) request.log.error({ error: error.message, stack: error.stack }, 'request failed');
  if (found.status === 503) reply.header('retry-after', '2');
  return reply.code(found.status).type('application/problem+json').send(JSON.stringify(found));
}
