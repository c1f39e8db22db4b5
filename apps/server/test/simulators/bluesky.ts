import { platformStub } from '../platform-stub.ts';
import { blueskyServer } from './bluesky.server.ts';

/** A server of the AT protocol for one account, on an address of its own. */
export async function blueskySimulator(password: string) {
  const server = blueskyServer(password);
  const { origin, asked } = await platformStub(server.answer);
  return { ...server, origins: { 'https://bsky.social': origin, 'https://cdn.bsky.app': origin }, asked };
}
