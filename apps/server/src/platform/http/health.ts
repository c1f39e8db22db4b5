import type { FastifyInstance } from 'fastify';
import type { Platform } from '../ctx.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** `/healthz`: the process answers. `/readyz`: it can do its work. `/metrics`: what operations watch. `/api/openapi.json`: what it can be asked. */
export function healthRoutes(app: FastifyInstance, { db }: Platform, metrics: Metrics): void {
  const open = { config: { permit: 'public' }, schema: { hide: true } };
  app.get('/healthz', open, async () => ({ status: 'ok' }));
  app.get('/readyz', open, async (_request, reply) => {
    const ready = await db.ping().then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database_away' });
  });
  app.get('/metrics', open, async (_request, reply) => {
    const failures = await db
      .directory((tx) => tx.selectFrom('event_failures').select(tx.fn.countAll<number>().as('count')).executeTakeFirst())
      .catch(() => null);
    if (failures) metrics.failedFacts.set(Number(failures.count));
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  const description = { config: { permit: 'public' }, schema: { summary: 'This description of the API (OpenAPI 3.1)' } };
  app.get('/api/openapi.json', description, async () => app.swagger());
  app.addHook('onResponse', async (request, reply) => {
    metrics.requests.labels(request.method, request.routeOptions.url ?? 'none', String(reply.statusCode)).observe(reply.elapsedTime / 1000);
  });
}
