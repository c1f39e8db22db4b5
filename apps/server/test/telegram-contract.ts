import { type AskedOf, hasContract, readContract } from './contract.ts';

// Telegram publishes no OpenAPI document; this one lists methods and types as its page does.
const FILE = 'telegram/api.min.json';
export const hasTelegramContract = hasContract(FILE);

type Described = { fields?: { name: string; types: string[]; required: boolean }[]; subtypes?: string[]; returns?: string[] };
type Document = { methods: Record<string, Described>; types: Record<string, Described> };

/** Holds requests, answers and updates to Telegram's published description. Faults in words; none is none. */
export function telegramContract() {
  const { methods, types } = readContract(FILE) as unknown as Document;

  const faultsOf = (type: string, value: unknown, at: string): string[] => {
    const item = /^Array of (.+)$/.exec(type)?.[1];
    if (item)
      return Array.isArray(value) ? value.flatMap((one, index) => faultsOf(item, one, `${at}.${index}`)) : [`${at} is no list of ${item}`];
    const isPlain = PLAIN[type];
    if (isPlain) return isPlain(value) ? [] : [`${at} is no ${type}`];
    const described = types[type];
    if (!described) return [`${at}: no type ${type}`];
    if (described.subtypes) return best(described.subtypes, value, at);
    if (typeof value !== 'object' || value === null) return [`${at} is no ${type}`];
    return fieldFaults(described, value as Record<string, unknown>, at);
  };
  const best = (candidates: string[], value: unknown, at: string): string[] => {
    const tried = candidates.map((type) => faultsOf(type, value, at));
    return tried.reduce((least, faults) => (faults.length < least.length ? faults : least));
  };
  const fieldFaults = ({ fields = [] }: Described, value: Record<string, unknown>, at: string): string[] => [
    ...fields.filter(({ name, required }) => required && value[name] === undefined).map(({ name }) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, inside]) => {
      const field = fields.find((one) => one.name === name);
      return field ? best(field.types, inside, `${at}.${name}`) : [`${at}.${name} is unknown`];
    }),
  ];

  return {
    async request(asked: AskedOf): Promise<string[]> {
      const name = /^\/bot[^/]+\/(\w+)$/.exec(asked.path)?.[1] ?? '';
      const method = methods[name];
      return method ? fieldFaults(method, await paramsOf(asked), name) : [`no such method: ${asked.path}`];
    },
    answer: (method: string, result: unknown): string[] => best(methods[method]?.returns ?? [], result, method),
    value: (type: string, value: unknown): string[] => faultsOf(type, value, type),
  };
}

const PLAIN: Record<string, (value: unknown) => boolean> = {
  String: (value) => typeof value === 'string',
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  InputFile: (value) => value instanceof File,
};

/** Parameters of a request: JSON, or a form whose values are JSON unless they are words or files. */
export async function paramsOf({ headers, body }: AskedOf): Promise<Record<string, unknown>> {
  const type = String(headers['content-type'] ?? '');
  if (!type.startsWith('multipart/form-data')) return body.length > 0 ? (JSON.parse(body.toString('utf8')) as Record<string, unknown>) : {};
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value]),
  );
}
