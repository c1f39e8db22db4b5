import type { ConfigurationFile, ConfigurationPreview } from '@madoguchi/contract/configuration.ts';
import type { Company } from '../../test/company.ts';
import { asAgent } from '../../test/company.ts';
import { call, type Web } from '../../test/web.ts';
import { multipart } from '../channels/port/multipart.rules.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the tests of configuration ask of a company, as its administrator. */
export function asAdmin(product: Web, { cookies }: Company) {
  const ask = (method: Method, url: string, body?: object) =>
    call(product, method, url, { headers: asAgent(cookies.admin), ...(body ? { body } : {}) });
  const well = async (method: Method, url: string, body?: object) => {
    const answer = await ask(method, url, body);
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    ask,
    well,
    upload: async (url: string, name: string, type: string, bytes: Buffer) => {
      const form = multipart({}, { field: 'file', name, type, bytes });
      const headers = { ...asAgent(cookies.admin), 'content-type': form.type };
      const answer = await product.http.inject({ method: 'POST', url, headers, payload: form.body });
      if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      return answer.json();
    },
    /** The id of what was made. */
    made: async (url: string, body: object): Promise<string> => (await well('POST', url, body)).id,
    files: async (): Promise<ConfigurationFile[]> => (await well('GET', '/api/configuration/export')).files,
    preview: (files: ConfigurationFile[]): Promise<ConfigurationPreview> => well('POST', '/api/configuration/preview', { files }),
    bring: (files: ConfigurationFile[], ids: string[]) => ask('POST', '/api/configuration/import', { files, ids }),
  };
}
export type Admin = ReturnType<typeof asAdmin>;

export const textOf = (given: ConfigurationFile[], name: string) => given.find((file) => file.name === `${name}.json`)!.text;
export const entriesOf = (given: ConfigurationFile[], name: string) => JSON.parse(textOf(given, name));
export const withFile = (given: ConfigurationFile[], name: string, text: string) =>
  given.map((file) => (file.name === `${name}.json` ? { ...file, text } : file));
export const withEntries = (given: ConfigurationFile[], name: string, entries: unknown) =>
  withFile(given, name, `${JSON.stringify(entries, null, 2)}\n`);

/** Conditions of a queue that hold for everything. */
export const anything = { channels: [], inboxIds: [], pages: [], tags: [], words: [], languages: [], attributes: [], difficulty: null };
export const queue = {
  name: '返品',
  mode: 'offer',
  conditions: { ...anything, tags: ['返品'] },
  teamIds: [] as string[],
  agentIds: [],
  skills: {},
  tier: 1,
  honorsLanguage: true,
  priorityBoost: 0,
  offerSeconds: 30,
  overflow: null as object | null,
};
