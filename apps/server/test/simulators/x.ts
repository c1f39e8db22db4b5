import { platformStub } from '../platform-stub.ts';
import type { XKeys } from './x.oauth.ts';
import { PICTURES_ORIGIN, X_ORIGIN, xServer } from './x.server.ts';

/** X's API for one account, on an address of its own. */
export async function xSimulator(keys: XKeys) {
  const server = xServer(keys);
  const { origin, asked } = await platformStub(server.answer);
  return { ...server, origins: { [X_ORIGIN]: origin, [PICTURES_ORIGIN]: origin }, asked };
}
