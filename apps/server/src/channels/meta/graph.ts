import { askOnce } from '../port/ask-once.ts';
import type { Call, PlatformAnswer } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { multipart } from '../port/multipart.rules.ts';
import type { OutboundFile } from '../port/port.types.ts';
import { errorOfGraph, type GraphError } from './graph-errors.rules.ts';

/** One version for all three: what a newer one changes is looked at before. https://developers.facebook.com/docs/graph-api/guides/versioning */
export const GRAPH = 'https://graph.facebook.com/v23.0';

export type GraphAnswer = Record<string, unknown>;

/** Asks the Graph API in the name of the inbox's account. @param path with a slash in front, after the version @throws ChannelError */
export async function askGraph(call: Call, path: string, json?: object): Promise<GraphAnswer> {
  const url = `${GRAPH}${path}`;
  const answer = json
    ? await askOnce(call, url, {
        method: 'POST',
        headers: { ...bearer(call), 'content-type': 'application/json' },
        body: JSON.stringify(json),
      })
    : await call.ask(url, { headers: bearer(call) });
  return goodAnswer(answer);
}

/** Large files take their time. */
const UPLOAD_MS = 120_000;

/**
 * Hands Meta a file of ours, so that it need not be fetched from us. Nobody is shown it before a message names it: tried again, it is only
 * there twice. @param field what the form calls the file @throws ChannelError
 */
export async function uploadToGraph(
  call: Call,
  path: string,
  { field, fields, file }: { field: string; fields: Readonly<Record<string, string>>; file: OutboundFile },
): Promise<GraphAnswer> {
  const { type, body } = multipart(fields, { field, name: file.name, type: file.type, bytes: await file.read() });
  const headers = { ...bearer(call), 'content-type': type };
  return goodAnswer(await call.ask(`${GRAPH}${path}`, { method: 'POST', headers, body, timeLimitMs: UPLOAD_MS }));
}

function goodAnswer(answer: PlatformAnswer): GraphAnswer {
  const body = readObject(answer);
  if (answer.status !== 200 || body.error) throw errorOfGraph(answer, (body.error as GraphError | undefined) ?? null);
  return body;
}

export const bearer = ({ settings }: Call): { authorization: string } => ({ authorization: `Bearer ${settings.accessToken}` });

/** What Meta answered, as an object; anything else is an empty one. */
function readObject({ body }: PlatformAnswer): GraphAnswer {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as GraphAnswer) : {};
  } catch {
    return {};
  }
}

/**
 * When the access token ends; null when it does not, or when Meta does not say. A token may ask about itself.
 * https://developers.facebook.com/docs/graph-api/reference/debug_token
 */
export async function tokenEnd(call: Call): Promise<Date | null> {
  try {
    const { data } = await askGraph(call, `/debug_token?input_token=${encodeURIComponent(String(call.settings.accessToken))}`);
    const ends = Number((data as { expires_at?: unknown } | undefined)?.expires_at ?? 0);
    return ends > 0 ? new Date(ends * 1000) : null;
  } catch (error) {
    if (error instanceof ChannelError) return null;
    throw error;
  }
}
