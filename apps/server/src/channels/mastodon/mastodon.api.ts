import type { Call, PlatformAnswer, PlatformRequest } from '../port/call.types.ts';
import { errorOfAnswer } from '../port/channel-error.ts';

/** The server as the settings name it, without a slash at the end. */
export const serverOf = ({ settings }: Pick<Call, 'settings'>): string => new URL(String(settings.server)).origin;

type Ask = Pick<PlatformRequest, 'method' | 'headers' | 'body'>;

/** Asks the account's server. @param path from `/api/` on @returns what it says, which may be a list @throws ChannelError */
export async function askMastodon(call: Call, path: string, { headers, ...request }: Ask = {}): Promise<unknown> {
  const answer = await call.ask(`${serverOf(call)}${path}`, {
    ...request,
    headers: { ...headers, authorization: `Bearer ${call.settings.accessToken}` },
  });
  const body = readJson(answer);
  if (answer.status === 200 || answer.status === 202) return body;
  throw errorOfAnswer(
    answer.status,
    withReset(answer.headers, call.now()),
    String((body as { error?: unknown } | null)?.error ?? '').slice(0, 500),
  );
}

/** https://docs.joinmastodon.org/api/rate-limits/ : when it may be tried again stands in a header of its own, as a time. */
const withReset = (headers: PlatformAnswer['headers'], now: Date): PlatformAnswer['headers'] => {
  const reset = Date.parse(headers['x-ratelimit-reset'] ?? '');
  if (headers['retry-after'] || Number.isNaN(reset)) return headers;
  return { ...headers, 'retry-after': String(Math.max(0, Math.ceil((reset - now.getTime()) / 1000))) };
};

function readJson({ body }: PlatformAnswer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
