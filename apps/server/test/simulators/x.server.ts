import { createHmac } from 'node:crypto';
import type { Answer, Asked } from '../platform-stub.ts';
import { checkOauth, type XKeys } from './x.oauth.ts';

export const X_ORIGIN = 'https://api.x.com';
export const PICTURES_ORIGIN = 'https://ton.twitter.com';
export const SHOP = '2244994945';
export const SATO = '783214';

export type SaidX = {
  id: string;
  to: string;
  body: { text?: string; attachments?: object[]; reply?: { in_reply_to_tweet_id: string }; media?: object };
};

const problem = (status: number, detail: string, more: object = {}, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { title: 'Problem', detail, type: 'about:blank', status, ...more },
});

/** X's API for one account: proves the OAuth signature of every request, sends messages and posts, and signs webhooks. */
export function xServer(keys: XKeys, onSent: (said: SaidX) => void = () => {}) {
  const webhooks: { id: string; url: string; valid: boolean; created_at: string }[] = [];
  const subscribed = new Set<string>();
  const state = { isRevoked: false, next: [] as (Answer | null)[] };
  const sent: SaidX[] = [];
  const files = new Map<string, Buffer>();
  const nonces = new Set<string>();
  let counted = 1000;

  const send = (to: string, body: SaidX['body']): SaidX | Answer => {
    const once = state.next.shift();
    if (once) return once;
    counted += 1;
    const said = { id: String(counted), to, body };
    sent.push(said);
    onSent(said);
    return said;
  };

  /** What only the app itself may ask: https://docs.x.com/x-api/webhooks/introduction */
  const asApp = ({ method, path, headers, body }: Asked): Answer => {
    if (state.isRevoked || headers.authorization !== 'Bearer app-token') return problem(401, 'Unauthorized');
    if (method === 'GET') return { body: { data: webhooks, meta: { result_count: webhooks.length } } };
    if (method === 'PUT') {
      const known = webhooks.find(({ id }) => path === `/2/webhooks/${id}`);
      if (!known) return problem(404, 'Not Found');
      known.valid = true;
      return { body: { data: { attempted: true } } };
    }
    const { url } = JSON.parse(body.toString('utf8')) as { url: string };
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:' || new URL(url).port !== '') return problem(400, 'CrcValidationFailed');
    if (webhooks.some((one) => one.url === url)) return problem(400, 'DuplicateUrlFailed');
    const made = { id: String(9000 + webhooks.length), url, valid: true, created_at: new Date().toISOString() };
    webhooks.push(made);
    return { body: { data: made } };
  };

  const tokenFor = ({ headers, body }: Asked): Answer => {
    const basic = Buffer.from(`${keys.apiKey}:${keys.apiSecret}`).toString('base64');
    const isGood = headers.authorization === `Basic ${basic}` && body.toString() === 'grant_type=client_credentials';
    return isGood && !state.isRevoked
      ? { body: { token_type: 'bearer', access_token: 'app-token' } }
      : problem(403, 'authenticity_token_error');
  };

  const answer = (asked: Asked): Answer => {
    const { method, path, headers, body } = asked;
    if (path === '/oauth2/token') return tokenFor(asked);
    if (/^\/2\/webhooks(\/\d+)?$/.test(path)) return asApp(asked);
    const isPicture = path.startsWith('/1.1/ton/');
    const fault = state.isRevoked
      ? 'revoked'
      : checkOauth(keys, method, `${isPicture ? PICTURES_ORIGIN : X_ORIGIN}${path}`, headers.authorization, nonces);
    if (fault) return problem(401, `Unauthorized: ${fault}`);
    if (isPicture) return files.has(path) ? { raw: files.get(path)!, headers: { 'content-type': 'image/png' } } : problem(404, 'Not Found');
    if (path === '/2/users/me') return { body: { data: { id: SHOP, name: '葉月と匙', username: 'hazuki_saji' } } };
    if (path === '/2/media/upload') {
      const isForm = /^multipart\/form-data; boundary=/.test(String(headers['content-type'])) && body.includes('name="media_category"');
      return isForm ? { body: { data: { id: '77', media_key: '3_77' } } } : problem(400, 'no media');
    }
    const webhookId = /^\/2\/account_activity\/webhooks\/(\d+)\/subscriptions\/all$/.exec(path)?.[1];
    if (webhookId) {
      if (!webhooks.some(({ id }) => id === webhookId)) return problem(404, 'Not Found');
      if (method === 'POST') subscribed.add(webhookId);
      return { body: { data: { subscribed: subscribed.has(webhookId) } } };
    }
    const said = method === 'POST' ? (JSON.parse(body.toString('utf8')) as SaidX['body']) : {};
    const to = /^\/2\/dm_conversations\/with\/(\d+)\/messages$/.exec(path)?.[1];
    if (to) {
      if (!said.text && !said.attachments) return problem(400, 'text or attachments');
      const dm = send(to, said);
      return 'id' in dm ? { status: 201, body: { data: { dm_conversation_id: `${to}-${SHOP}`, dm_event_id: dm.id } } } : dm;
    }
    if (path === '/2/tweets') {
      const post = send(said.reply?.in_reply_to_tweet_id ?? '', said);
      return 'id' in post ? { status: 201, body: { data: { id: post.id, text: said.text } } } : post;
    }
    return problem(404, 'Not Found');
  };

  return {
    answer,
    webhooks,
    subscribed,
    sent,
    signed: (webhook: object, secret = keys.apiSecret) => {
      const body = JSON.stringify(webhook);
      const signature = createHmac('sha256', secret).update(body).digest('base64');
      return { body, headers: { 'x-twitter-webhooks-signature': `sha256=${signature}` } };
    },
    file: (path: string, bytes: Buffer) => {
      files.set(path, bytes);
      return `${PICTURES_ORIGIN}${path}`;
    },
    fail: (status: number, detail: string, more: object = {}, headers: Record<string, string> = {}) =>
      state.next.push(problem(status, detail, more, headers)),
    /** The next one goes well, so that what `fail` says is about the one after it. */
    pass: () => state.next.push(null),
    revoke: (isRevoked: boolean) => {
      state.isRevoked = isRevoked;
    },
  };
}
