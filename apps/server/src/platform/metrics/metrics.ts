import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What operations watch: GET /metrics in Prometheus' text format. */
export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'madoguchi_http_request_seconds',
      help: 'Time to answer HTTP requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers: [registry],
    }),
    facts: new Counter({
      name: 'madoguchi_facts_total',
      help: 'Facts seen in the log by this process',
      labelNames: ['name'],
      registers: [registry],
    }),
    sockets: new Gauge({ name: 'madoguchi_sockets', help: 'Open live sockets', labelNames: ['kind'], registers: [registry] }),
    failedFacts: new Gauge({ name: 'madoguchi_event_failures', help: 'Facts that readers set aside', registers: [registry] }),
  };
}
export type Metrics = ReturnType<typeof makeMetrics>;
