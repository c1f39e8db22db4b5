import { platformStub } from '../platform-stub.ts';
import { MASTODON, mastodonServer } from './mastodon.server.ts';

/** A Mastodon server for one account, on an address of its own. */
export async function mastodonSimulator(token: string) {
  const server = mastodonServer(token);
  const { origin, asked } = await platformStub(server.answer);
  return { ...server, origins: { [MASTODON]: origin }, asked };
}
