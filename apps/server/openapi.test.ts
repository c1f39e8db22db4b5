import { describe, expect, test } from 'vitest';
import { permissions } from './src/agents/agents.permissions.ts';
import { addCompany } from './test/company.ts';
import { call, web } from './test/web.ts';

const product = await web();
const answer = await call(product, 'GET', '/api/openapi.json');

type Schema = Record<string, unknown>;
type Parameter = { in: string; name: string; required?: boolean; schema: Schema };
type Media = Record<string, { schema: Schema }>;
type Operation = {
  summary: string;
  description?: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { content: Media };
  responses: Record<string, { description: string; content?: Media }>;
  security: Record<string, string[]>[];
};
const document = answer.body as {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, Record<string, string>>; schemas: Record<string, Schema> };
};

const { routeTable } = product;
const api = routeTable.filter(({ path }) => path.startsWith('/api/'));
const inDocument = (path: string) => path.replace(/:(\w+)/g, '{$1}');
const operationOf = ({ method, path }: { method: string; path: string }): Operation =>
  document.paths[inDocument(path)]?.[method.toLowerCase()] ?? expect.unreachable(`${method} ${path} is not described`);
const rows = api.map((route) => [`${route.method} ${route.path}`, route] as const);

/** Every object in a part of the document. */
function* objectsIn(part: unknown): Generator<Schema> {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part)) yield part as Schema;
  for (const child of Object.values(part)) yield* objectsIn(child);
}

describe('the description of the API', () => {
  test('is OpenAPI 3.1 in JSON, open to everybody', () => {
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Madoguchi API', version: '1' });
    const known = [
      'openapi',
      'info',
      'jsonSchemaDialect',
      'servers',
      'paths',
      'webhooks',
      'components',
      'security',
      'tags',
      'externalDocs',
    ];
    expect(Object.keys(document).filter((key) => !known.includes(key))).toEqual([]);
  });

  test('lists every route of the API and no other', () => {
    expect(api.length).toBeGreaterThan(60);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(api.map(({ method, path }) => `${method} ${inDocument(path)}`).sort());
  });

  test('refers to nothing that is not there', () => {
    const refs = [...objectsIn(document)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(60);
    for (const ref of new Set(refs)) {
      const target = ref
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((part, name) => (part as Schema | undefined)?.[name], document);
      expect(target, ref).toBeDefined();
    }
  });

  test('uses only types that JSON Schema 2020-12 knows, and no words of OpenAPI 3.0', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
    for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
      for (const part of objectsIn([operation.parameters, operation.requestBody, operation.responses])) {
        if (typeof part.type === 'string') expect([...types, 'http', 'apiKey']).toContain(part.type);
        expect(part).not.toHaveProperty('nullable');
      }
    }
  });
});

describe('every route', () => {
  test.each(rows)('%s: summary, parameters, body, answers, refusals, who may ask', (_name, route) => {
    const operation = operationOf(route);
    expect(operation.summary.length).toBeGreaterThan(5);
    expect(operation.tags).toHaveLength(1);

    const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual(named);
    for (const one of operation.parameters ?? []) {
      expect(one.schema).toBeTypeOf('object');
      if (one.in === 'path') expect(one.required).toBe(true);
    }
    if (route.method === 'GET') expect(operation.requestBody).toBeUndefined();

    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => /^(1|2)\d\d$/.test(status))).toHaveLength(1);
    for (const status of statuses) expect(operation.responses[status]!.description.length).toBeGreaterThan(3);
    if (route.socket) expect(statuses).toEqual(['101']);
    else {
      expect(operation.responses.default!.content).toHaveProperty(['application/problem+json']);
      if (route.permit !== 'public') expect(statuses).toContain('401');
      if (named.length > 0) expect(statuses).toContain('404');
    }

    const schemes = operation.security.flatMap((one) => Object.keys(one)).sort();
    const isPermission = (permissions as readonly string[]).includes(route.permit);
    if (isPermission) {
      expect(schemes).toEqual(['apiKey', 'session']);
      expect(operation.description).toContain(`\`${route.permit}\``);
    } else expect(schemes).toEqual({ public: [], visitor: ['visitorToken'], signed_in: ['session'] }[route.permit]);
  });

  test('takes what is described: a body where one is read, a file where one is uploaded', () => {
    const body = operationOf({ method: 'POST', path: '/api/conversations/:id/replies' }).requestBody!.content['application/json']!.schema;
    expect(body).toMatchObject({ type: 'object', required: expect.arrayContaining(['text', 'seenSeq', 'idempotencyKey']) });
    for (const path of ['/api/attachments', '/api/chat/:key/attachments', '/api/article-imports', '/api/article-files'])
      expect(operationOf({ method: 'POST', path }).requestBody!.content['multipart/form-data']!.schema).toMatchObject({
        required: ['file'],
      });
    const query = operationOf({ method: 'GET', path: '/api/conversations' }).parameters!.map(({ name }) => name);
    expect(query).toEqual(expect.arrayContaining(['view', 'q', 'customerId', 'cursor', 'limit']));
  });

  test('answers what is described', async () => {
    const shop = await addCompany(product, 'shop.example');
    const { schema } = operationOf({ method: 'GET', path: '/api/conversations/counts' }).responses['200']!.content!['application/json']!;
    const counts = await call(product, 'GET', '/api/conversations/counts', { headers: { authorization: `Bearer ${shop.apiKey.secret}` } });
    expect(Object.keys(counts.body).sort()).toEqual([...(schema.required as string[])].sort());
  });

  test('refuses as described', async () => {
    const refused = await call(product, 'GET', '/api/conversations');
    expect(refused.headers['content-type']).toContain('application/problem+json');
    const { required, properties } = document.components.schemas.Problem as { required: string[]; properties: Schema };
    expect(Object.keys(refused.body)).toEqual(expect.arrayContaining(required));
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['type', 'title', 'status', 'code', 'detail', 'errors']));
  });
});

describe('the ways to say who one is', () => {
  test('are described: the cookie that signing in sets, API keys, visitor tokens', async () => {
    const { session, apiKey, visitorToken } = document.components.securitySchemes;
    const shop = await addCompany(product, 'cookies.example');
    expect(session).toMatchObject({ type: 'apiKey', in: 'cookie', name: shop.cookies.agent.split('=')[0] });
    for (const bearer of [apiKey, visitorToken]) expect(bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
  });
});
