// Pure: an OpenAPI document's schemas as JSON Schema that says what the document means. OpenAPI's discriminator is only a hint to JSON
// Schema, and a field nobody described is allowed there: here the discriminator decides, and unknown fields are a fault where asked.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** use: a value is held to it · branch: one of several · base: another schema builds on it, so it says nothing of the whole. */
type Position = 'use' | 'branch' | 'base';

const PLACES = { use: '#/uses/', branch: '#/dispatched/', base: '#/components/schemas/' } as const;
const REF = '#/components/schemas/';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param closed unknown fields are a fault */
export function understand(document: JsonObject, closed: boolean): JsonObject {
  const components = isObject(document.components) ? document.components : {};
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const resolve = (schema: JsonObject): JsonObject => {
    const name = refName(schema);
    return name && isObject(schemas[name]) ? schemas[name] : schema;
  };

  /** Whether the schema describes all fields of an object, so that another one is unknown. */
  const describesAll = (given: JsonObject, depth = 0): boolean => {
    const schema = resolve(given);
    if (depth > 8 || isOpen(schema)) return false;
    if (isObject(schema.properties) || schema.additionalProperties === false) return true;
    const all = objectsOf(schema.allOf);
    if (all.length > 0) return all.some((one) => describesAll(one, depth + 1)) && !all.some((one) => isOpen(resolve(one)));
    const either = [...objectsOf(schema.oneOf), ...objectsOf(schema.anyOf)];
    return either.length > 0 && either.every((one) => (resolve(one).type ?? 'object') !== 'object' || describesAll(one, depth + 1));
  };

  const rewrite = (schema: Json, position: Position): Json => {
    if (Array.isArray(schema)) return schema.map((one) => rewrite(one, position));
    if (!isObject(schema)) return schema;
    const name = refName(schema);
    if (name) return { $ref: PLACES[position] + escapePointer(name) };
    const out: JsonObject = {};
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'allOf') out[key] = rewrite(value, 'base');
      else if (key === 'oneOf' || key === 'anyOf') out[key] = rewrite(value, 'branch');
      else if (key === 'properties' && isObject(value)) out[key] = mapValues(value, (one) => rewrite(one, 'use'));
      else if (key === 'items' || key === 'additionalProperties' || key === 'not') out[key] = rewrite(value, 'use');
      else if (!LEFT_OUT.has(key)) out[key] = value;
      // What builds on it may add fields: the whole is closed where a value is held to it.
      if (out.additionalProperties === false) delete out.additionalProperties;
    }
    if (out.nullable !== undefined && out.type === undefined) delete out.nullable;
    oldBounds(out);
    return position === 'use' && closed && describesAll(schema) ? { ...out, unevaluatedProperties: false } : out;
  };

  return {
    components: { schemas: mapValues(schemas, (schema) => rewrite(schema, 'base')) },
    dispatched: mapValues(schemas, (schema, name) => dispatch(schema, name)),
    uses: mapValues(schemas, (schema, name) => ({
      $ref: PLACES.branch + escapePointer(name),
      ...(closed && isObject(schema) && describesAll(schema) ? { unevaluatedProperties: false } : {}),
    })),
    paths: pathsOf(document, (schema) => rewrite(schema, 'use')),
  };
}

const isOpen = (schema: JsonObject): boolean => schema.additionalProperties !== undefined && schema.additionalProperties !== false;

/** Says nothing about a value, or is said otherwise here. */
const LEFT_OUT = new Set(['discriminator', 'example', 'examples', 'externalDocs', 'xml', 'description', 'title', 'default', 'deprecated']);

const refName = (schema: JsonObject): string | null =>
  typeof schema.$ref === 'string' && schema.$ref.startsWith(REF) ? decodeURIComponent(schema.$ref.slice(REF.length)) : null;

const escapePointer = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
const objectsOf = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const mapValues = (object: JsonObject, change: (value: Json, key: string) => Json): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));

/** OpenAPI 3.0 says of a bound with true that it is itself excluded. */
function oldBounds(schema: JsonObject): void {
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    if (schema[exclusive] && schema[bound] !== undefined) schema[exclusive] = schema[bound];
    else delete schema[exclusive];
  }
}

/** JSON Schema's word; written out as a field it would look like a promise. */
const CONSEQUENCE = 'then';

/** A schema with a mapping is whatever the value of its discriminator names; any other value is a fault. */
function dispatch(schema: Json, name: string): Json {
  const base = { $ref: PLACES.base + escapePointer(name) };
  const discriminator = isObject(schema) ? schema.discriminator : undefined;
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return base;
  const key = String(discriminator.propertyName);
  const targets = Object.entries(discriminator.mapping).map(([value, to]) => [value, String(to).replace(REF, '')] as const);
  return {
    type: 'object',
    required: [key],
    properties: { [key]: { enum: targets.map(([value]) => value) } },
    allOf: targets
      .filter(([, target]) => target !== name)
      .map(([value, target]) => ({
        if: { properties: { [key]: { const: value } }, required: [key] },
        [CONSEQUENCE]: { $ref: PLACES.branch + escapePointer(target) },
      })),
  };
}

/** The operations, their schemas rewritten wherever one stands. */
function pathsOf(document: JsonObject, rewrite: (schema: Json) => Json): JsonObject {
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'examples' && key !== 'example')
        .map(([key, inside]) => [key, key === 'schema' ? rewrite(inside) : walk(inside)]),
    );
  };
  return (walk(document.paths ?? {}) as JsonObject) ?? {};
}
