import type { Call, PlatformAnswer, PlatformRequest } from './call.types.ts';
import { ChannelError } from './channel-error.ts';

/**
 * Asks a platform that knows no idempotency key for something that must not happen twice. When no answer came in time it may have happened:
 * a person decides, who can look. @throws ChannelError, `interrupted` in that case
 */
export async function askOnce(call: Pick<Call, 'ask'>, url: string, request: PlatformRequest): Promise<PlatformAnswer> {
  try {
    return await call.ask(url, request);
  } catch (error) {
    const nobodyKnows = error instanceof ChannelError && error.code === 'platform_down' && error.detail.endsWith('fetch.timed_out');
    throw nobodyKnows ? new ChannelError('interrupted', { detail: error.detail }) : error;
  }
}
