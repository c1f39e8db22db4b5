import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { hasContract, openApi } from '../contract.ts';
import type { LineWorld } from './line.answers.ts';

export type LineEvent = { type: string; webhookEventId: string; [key: string]: unknown };
export type SignedWebhook = { body: string; headers: Record<string, string> };

const CONTRACT = 'line/webhook.yml';
const ulid = () => `01${randomBytes(12).toString('hex').toUpperCase().slice(0, 24)}`;
let lastId = 325_000_000_000;
function nextId(): string {
  lastId += 1;
  return String(lastId);
}

/** The webhooks of an account in the documented shape, held to the published document where it is at hand, and signed. */
export function makeLineWebhooks(world: LineWorld, faults: string[]) {
  const spec = hasContract(CONTRACT) ? openApi(CONTRACT) : null;

  const issue = (to: string): string => {
    const token = randomUUID().replaceAll('-', '');
    world.replyTokens.set(token, { to, issuedAt: world.now().getTime(), used: false });
    return token;
  };
  const event = (userId: string, type: string, more: Record<string, unknown> = {}): LineEvent => ({
    type,
    mode: 'active',
    timestamp: world.now().getTime(),
    source: { type: 'user', userId },
    webhookEventId: ulid(),
    deliveryContext: { isRedelivery: false },
    ...more,
  });
  const message = (userId: string, content: Record<string, unknown>): LineEvent =>
    event(userId, 'message', { replyToken: issue(userId), message: { id: nextId(), ...content } });
  const quoteToken = 'yHAz4Ua2wx7';

  return {
    /** A friend of the account. */
    person: (displayName: string, language?: string): string => {
      const userId = `U${randomBytes(16).toString('hex')}`;
      world.people.set(userId, { displayName, ...(language ? { language } : {}) });
      return userId;
    },
    content: (type: string, bytes: Buffer, notYet = 0): string => {
      const id = nextId();
      world.contents.set(id, { type, bytes, notYet });
      return id;
    },
    event,
    message,
    text: (userId: string, text: string, more: object = {}) => message(userId, { type: 'text', text, quoteToken, ...more }),
    sticker: (userId: string, keywords: string[], more: object = {}) =>
      message(userId, {
        type: 'sticker',
        packageId: '446',
        stickerId: '1988',
        stickerResourceType: 'STATIC',
        keywords,
        quoteToken,
        ...more,
      }),
    media: (userId: string, type: 'image' | 'video' | 'audio', id: string) =>
      message(userId, { id, type, contentProvider: { type: 'line' }, ...(type === 'audio' ? {} : { quoteToken }) }),
    postback: (userId: string, data: string) => event(userId, 'postback', { replyToken: issue(userId), postback: { data } }),
    follow: (userId: string, isUnblocked = false) => {
      world.blockedBy.delete(userId);
      return event(userId, 'follow', { replyToken: issue(userId), follow: { isUnblocked } });
    },
    unfollow: (userId: string) => {
      world.blockedBy.add(userId);
      return event(userId, 'unfollow');
    },
    unsend: (userId: string, messageId: string) => event(userId, 'unsend', { unsend: { messageId } }),
    accountLink: (userId: string, nonce: string, result: 'ok' | 'failed' = 'ok') =>
      event(userId, 'accountLink', { replyToken: issue(userId), link: { result, nonce } }),
    again: (one: LineEvent): LineEvent => ({ ...one, deliveryContext: { isRedelivery: true } }),

    /** Signed as LINE signs it. `secret` and `destination` are for forgeries. */
    webhook: (events: readonly LineEvent[], { secret = world.channelSecret, destination = world.bot.userId } = {}): SignedWebhook => {
      const request = { destination, events };
      for (const fault of spec?.value('CallbackRequest', request) ?? []) faults.push(`webhook: ${fault}`);
      const body = JSON.stringify(request);
      const signature = createHmac('sha256', secret).update(body).digest('base64');
      return {
        body,
        headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'LineBotWebhook/2.0', 'x-line-signature': signature },
      };
    },
  };
}
