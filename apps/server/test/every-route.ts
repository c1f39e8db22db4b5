import type { RouteEntry } from '../src/platform/http/server.ts';
import { automationInputs } from './every-route/automation.inputs.ts';
import { channelsInputs } from './every-route/channels.inputs.ts';
import { commerceInputs } from './every-route/commerce.inputs.ts';
import { conversationsInputs } from './every-route/conversations.inputs.ts';
import { customersInputs } from './every-route/customers.inputs.ts';
import { knowledgeInputs } from './every-route/knowledge.inputs.ts';
import { peopleInputs } from './every-route/people.inputs.ts';
import type { Inputs, World } from './every-route/world.ts';

/** A well-formed question for every route under /api. A route that is not here has no test of who may call it. */
const inputs: Inputs = {
  ...peopleInputs,
  ...customersInputs,
  ...commerceInputs,
  ...conversationsInputs,
  ...knowledgeInputs,
  ...channelsInputs,
  ...automationInputs,
};

export type RouteInput = { method: RouteEntry['method']; url: string; payload?: object | Buffer; headers: Record<string, string> };

/** What to send to a route, asking about the ids of `world`. Pages outside /api take any path. @throws Error for a route of the API that is not in the table */
export function inputFor({ method, path }: Pick<RouteEntry, 'method' | 'path'>, world: World): RouteInput {
  const make = inputs[`${method} ${path}`];
  if (!make) {
    if (path.startsWith('/api/')) throw new Error(`${method} ${path} is not in test/every-route: say how it is called`);
    return { method, url: path.replace(/:\w+|\*/g, 'x'), headers: {} };
  }
  const { url, body, file } = make(world);
  if (!file) return { method, url, headers: {}, ...(body ? { payload: body } : {}) };
  return {
    method,
    url,
    headers: { 'content-type': 'multipart/form-data; boundary=ochanoma' },
    payload: Buffer.concat([
      Buffer.from(`--ochanoma\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n`),
      file.bytes,
      Buffer.from('\r\n--ochanoma--\r\n'),
    ]),
  };
}
