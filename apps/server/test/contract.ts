import { existsSync, readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { isObject, type Json, type JsonObject, understand } from './contract-schemas.ts';

// The platforms' published contracts lie beside the checkout and are read in place.
const FOLDER = new URL('../../../../shared/contracts/', import.meta.url);

/** Whether the published contracts are here; a test that needs them says so in its name: `describe.runIf(hasContract('line/webhook.yml'))`. */
export const hasContract = (file: string): boolean => existsSync(new URL(file, FOLDER));

/** A published contract as it is: YAML or JSON. */
export function readContract(file: string): JsonObject {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  return (file.endsWith('.json') ? JSON.parse(text) : parse(text)) as JsonObject;
}

/** What a platform was asked, as its server sees it. `path` with its query. */
export type AskedOf = { method: string; path: string; headers: Readonly<Record<string, string | string[] | undefined>>; body: Buffer };

type Operation = { template: string; method: string; pattern: RegExp; names: string[]; said: JsonObject };

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head']);

/**
 * Holds requests, answers and webhooks to a platform's published OpenAPI document. Every check returns the faults in words; none is none.
 * Fields that the document does not know are faults, unless `open`.
 * @param strip a beginning of the paths that the document leaves out, such as a version
 */
export function openApi(file: string, { open = false, strip }: { open?: boolean; strip?: RegExp } = {}) {
  const document = understand(readContract(file), !open);
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateSchema: false, validateFormats: true, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  const coercing = new Ajv2019({ strict: false, validateSchema: false, coerceTypes: 'array', logger: false });
  addFormats.default(coercing);
  coercing.addSchema(document, 'contract');
  const compiled = new Map<string, ValidateFunction>();
  const faultsOf = (pointer: string, value: unknown, from = ajv): string[] => {
    const key = `${from === ajv}${pointer}`;
    const validate = compiled.get(key) ?? from.compile({ $ref: `contract#${pointer}` });
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  };
  const operations = operationsOf(document);
  const find = (method: string, path: string) => operations.find((one) => one.method === method.toLowerCase() && one.pattern.test(path));

  return {
    operations: operations.map(({ method, template }) => `${method.toUpperCase()} ${template}`),

    /** What is wrong with a request of ours: unknown address, parameters, body. */
    request(asked: AskedOf): string[] {
      const url = new URL(asked.path, 'http://platform');
      const path = strip ? url.pathname.replace(strip, '') : url.pathname;
      const operation = find(asked.method, path);
      if (!operation) return [`no such operation: ${asked.method} ${path}`];
      return [
        ...parameterFaults(operation, path, url.searchParams, asked, (pointer, value) => faultsOf(pointer, value, coercing)),
        ...bodyFaults(operation, asked, faultsOf, (pointer, value) => faultsOf(pointer, value, coercing)),
      ];
    },

    /** What is wrong with an answer that a simulator gives. Statuses the document is silent about are fine. */
    answer(method: string, path: string, status: number, body: unknown): string[] {
      const { pathname } = new URL(path, 'http://platform');
      const operation = find(method, strip ? pathname.replace(strip, '') : pathname);
      if (!operation) return [`no such operation: ${method} ${pathname}`];
      const schema = at(operation.said, 'responses', String(status), 'content', 'application/json', 'schema');
      return schema ? faultsOf(pointerOf(operation, 'responses', String(status), 'content', 'application/json', 'schema'), body) : [];
    },

    /** What is wrong with a value of a named schema: a webhook's body. */
    value: (schema: string, value: unknown): string[] => faultsOf(`/uses/${schema}`, value),
  };
}

export type OpenApi = ReturnType<typeof openApi>;

function at(value: Json | undefined, ...keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>((inside, key) => (isObject(inside) ? inside[key] : undefined), value);
}

const escaped = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
const pointerOf = ({ template, method }: Operation, ...keys: (string | number)[]): string =>
  `/paths/${[template, method, ...keys].map((key) => escaped(String(key))).join('/')}`;

function operationsOf(document: JsonObject): Operation[] {
  const paths = isObject(document.paths) ? Object.entries(document.paths) : [];
  const all = paths.flatMap(([template, said]) =>
    Object.entries(isObject(said) ? said : {}).flatMap(([method, operation]) =>
      METHODS.has(method) && isObject(operation) ? [{ template, method, said: operation, ...patternOf(template) }] : [],
    ),
  );
  // A written-out path wins over one with a parameter in the same place.
  return all.sort((a, b) => a.names.length - b.names.length);
}

function patternOf(template: string): { pattern: RegExp; names: string[] } {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map((found) => found[1]!);
  const source = template
    .split(/\{[^}]+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('([^/]+)');
  return { pattern: new RegExp(`^${source}$`), names };
}

type Check = (pointer: string, value: unknown) => string[];

function parameterFaults(operation: Operation, path: string, query: URLSearchParams, asked: AskedOf, check: Check): string[] {
  const given = operation.pattern.exec(path)!.slice(1).map(decodeURIComponent);
  const parameters = Array.isArray(operation.said.parameters) ? operation.said.parameters.filter(isObject) : [];
  const givenFor = ({ name, in: where }: JsonObject): string | string[] | undefined => {
    if (where === 'path') return given[operation.names.indexOf(String(name))];
    if (where === 'header') return asked.headers[String(name).toLowerCase()];
    return query.has(String(name)) ? query.get(String(name))! : undefined;
  };
  const faults = parameters.flatMap((parameter, index) => {
    const value = givenFor(parameter);
    if (value === undefined) return parameter.required === true ? [`parameter ${parameter.name} is missing`] : [];
    const wrong = check(pointerOf(operation, 'parameters', index, 'schema'), value);
    return wrong.map((fault) => `parameter ${parameter.name}: ${fault}`);
  });
  const unknown = [...query.keys()].filter((name) => !parameters.some((one) => one.in === 'query' && one.name === name));
  return [...faults, ...unknown.map((name) => `unknown query parameter ${name}`)];
}

function bodyFaults(operation: Operation, { headers, body }: AskedOf, check: Check, checkForm: Check): string[] {
  const content = at(operation.said, 'requestBody', 'content');
  if (!isObject(content)) return body.length > 0 ? ['a body where none belongs'] : [];
  if (body.length === 0) return at(operation.said, 'requestBody', 'required') === true ? ['the body is missing'] : [];
  const type = String(headers['content-type'] ?? '')
    .split(';')[0]!
    .trim()
    .toLowerCase();
  if (!isObject(content[type])) return [`content type ${type}, but ${Object.keys(content).join(' or ')}`];
  const pointer = pointerOf(operation, 'requestBody', 'content', type, 'schema');
  if (type === 'application/json') return check(pointer, parsed(body));
  if (type === 'application/x-www-form-urlencoded') return checkForm(pointer, formOf(body));
  return [];
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function formOf(body: Buffer): Record<string, string | string[]> {
  const form = new URLSearchParams(body.toString('utf8'));
  return Object.fromEntries(
    [...new Set(form.keys())].map((key) => {
      const values = form.getAll(key);
      return [key, values.length > 1 ? values : values[0]!];
    }),
  );
}
