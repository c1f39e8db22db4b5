import { createHmac } from 'node:crypto';
import { hasContract, type OpenApi, openApi } from '../contract.ts';
import { type Answer, type Asked, platformStub } from '../platform-stub.ts';
import { reply } from './meta.answers.ts';
import { webhookFaults } from './meta.contract.ts';

const GRAPH_ORIGIN = 'https://graph.facebook.com';
const MEDIA_ORIGIN = 'https://lookaside.fbsbx.com';

const CONTRACT = 'meta/business-messaging-api_v23.0.yaml';
export const hasMetaContract = hasContract(CONTRACT);

export type MetaAccount = { token: string; appSecret: string; verifyToken: string; id: string; tokenEnds?: Date };

/**
 * The Graph API on this machine, for one account: checks tokens, holds requests to the published contract where it covers them, keeps
 * files, and fails on demand. Its webhooks are signed as Meta's.
 */
export async function metaSimulator(account: MetaAccount) {
  const contract = hasMetaContract ? openApi(CONTRACT) : null;
  const incoming = hasMetaContract ? openApi(CONTRACT, { open: true }) : null;
  const state = {
    faults: [] as string[],
    next: [] as (Answer | null)[],
    media: new Map<string, Buffer>(),
    uploads: new Map<string, { type: string; bytes: number }>(),
    sent: [] as Sent[],
    revoked: false,
  };
  const platform = await platformStub((asked) => {
    const once = isSend(asked) ? state.next.shift() : undefined;
    if (once) return once;
    const answer = reply(account, state, asked);
    if (contract && incoming && coveredBy(asked, account)) state.faults.push(...requestFaults(contract, incoming, asked));
    return answer;
  });
  return {
    origins: { [GRAPH_ORIGIN]: platform.origin, [MEDIA_ORIGIN]: platform.origin },
    asked: platform.asked,
    /** What was sent to people, in order. */
    sent: state.sent,
    /** Files that were handed over, by the id they got. */
    uploads: state.uploads,
    /** Where requests left the contract. */
    faults: state.faults,
    /** The next message is answered like this; each call one more. */
    fail: (status: number, error: object, headers: Record<string, string> = {}) => state.next.push({ status, headers, body: { error } }),
    /** The next message goes well, so that what `fail` says is about the one after it. */
    pass: () => state.next.push(null),
    /** The token is worth nothing from here on. */
    revoke: (isRevoked: boolean) => {
      state.revoked = isRevoked;
    },
    keep: (id: string, bytes: Buffer) => state.media.set(id, bytes),
    /** A webhook's body and the headers it comes with. */
    signed: (webhook: object, secret = account.appSecret) => {
      const body = JSON.stringify(webhook);
      return { body, headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` } };
    },
    /** What is wrong with a webhook of ours by the contract. */
    webhookFaults: (webhook: Parameters<typeof webhookFaults>[1]): string[] => (incoming ? webhookFaults(incoming, webhook) : []),
  };
}

export type Sent = { id: string; to: string; body: Record<string, unknown> };

/** The contract is WhatsApp's alone. */
const coveredBy = ({ path }: Asked, { id }: MetaAccount): boolean =>
  path.startsWith(`/v23.0/${id}`) && /^\/v23\.0\/\d+(\/messages|\/media)?$/.test(path);

/** A message to somebody, not a mark that theirs was read. */
const isSend = ({ method, path, body }: Asked): boolean =>
  method === 'POST' && path.endsWith('/messages') && !/"status":"read"|"sender_action"/.test(body.toString('utf8'));

/** Read marks go to the same address as messages and have a schema of their own, which leaves out the typing indicator of its own example. The user agent's form is only a wish of the document. */
function requestFaults(contract: OpenApi, open: OpenApi, { headers: { 'user-agent': _, ...headers }, ...asked }: Asked): string[] {
  if (asked.method === 'POST' && asked.path.endsWith('/messages') && !isSend({ ...asked, headers }))
    return open.value('MarkMessageRequestPayload', JSON.parse(asked.body.toString('utf8')));
  return contract.request({ ...asked, headers });
}
