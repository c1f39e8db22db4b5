import type { webhook } from '@line/bot-sdk';
import type { Settings } from '../../channel.ts';
import type { InboundEvent, Line, RawPayload } from '../../port/port.types.ts';
import { LINK_WISH, pressedIn } from '../deliver/buttons.rules.ts';
import type { LineState } from '../line.types.ts';
import { tokenIn } from './link-word.rules.ts';
import { saidIn } from './message.rules.ts';

/**
 * A webhook as LINE documents it (https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects). What is not for us or not
 * of a single person is left aside with its reason. Groups are: what one customer asks is not answered before others.
 * @throws when it is no webhook at all, or for another account: it is kept, and shown beside the inbox
 */
export function parseLine({ body }: RawPayload, settings: Settings): InboundEvent[] {
  const request = JSON.parse(body.toString('utf8')) as Partial<webhook.CallbackRequest> | null;
  if (!request || !Array.isArray(request.events)) throw new Error('no LINE webhook: it has no list of events');
  const { botId } = settings;
  if (botId && request.destination && request.destination !== botId)
    throw new Error(`for another LINE account: ${String(request.destination).slice(0, 40)}, and this inbox is ${String(botId)}`);
  return request.events.map(eventOf);
}

const ignored = (because: string): InboundEvent => ({ kind: 'ignored', because });

function eventOf(event: webhook.Event): InboundEvent {
  if (!event || typeof event !== 'object' || typeof event.type !== 'string') return ignored('no_event');
  // Another module of the account has the floor.
  if (event.mode === 'standby') return ignored('standby');
  if (event.source?.type === 'group' || event.source?.type === 'room') return ignored('group_chat');
  const userId = event.source?.type === 'user' ? event.source.userId : undefined;
  return userId ? ofPerson(event, userId) : ignored(`no_sender:${event.type}`);
}

function ofPerson(event: webhook.Event, userId: string): InboundEvent {
  const line = lineOf(event, userId);
  const at = new Date(event.timestamp);
  switch (event.type) {
    case 'message':
      return messageOf(event, line, at);
    case 'postback':
      return postbackOf(event, line, at);
    case 'unsend':
      return { kind: 'unsent', externalId: event.unsend.messageId, line };
    case 'follow':
      return { kind: 'reach', line, reachable: true, because: 'follow', at, onlyIfKnown: true };
    case 'unfollow':
      return { kind: 'reach', line, reachable: false, because: 'unfollow', at, onlyIfKnown: true };
    case 'accountLink':
      return event.link.result === 'ok'
        ? { kind: 'identified', line, nonce: event.link.nonce }
        : { kind: 'wish', line, wish: 'identify_failed' };
    default:
      return ignored(event.type);
  }
}

function lineOf(event: webhook.Event, userId: string): Line {
  const message = event.type === 'message' ? (event.message as { markAsReadToken?: string }) : {};
  const replyToken = 'replyToken' in event ? event.replyToken : undefined;
  const state: LineState = {
    ...(replyToken ? { replyToken, replyAt: event.timestamp } : {}),
    ...(message.markAsReadToken ? { readToken: message.markAsReadToken } : {}),
  };
  return { externalId: userId, identity: { kind: 'line', value: userId, verified: true }, state };
}

function messageOf({ message }: webhook.MessageEvent, line: Line, at: Date): InboundEvent {
  const token = message.type === 'text' ? tokenIn(message.text ?? '') : null;
  if (token) return { kind: 'linked', line, token, at };
  const said = saidIn(message);
  if (!said) return ignored(`message:${String(message.type).slice(0, 40)}`);
  const quoted = 'quotedMessageId' in message ? message.quotedMessageId : undefined;
  return { kind: 'message', externalId: message.id, line, at, ...said, ...(quoted ? { repliesTo: quoted } : {}) };
}

/** A button of ours, or one that the company drew into its rich menu: that one says what its text says. */
function postbackOf({ postback, webhookEventId }: webhook.PostbackEvent, line: Line, at: Date): InboundEvent {
  if (postback.data === LINK_WISH) return { kind: 'wish', line, wish: 'account_link' };
  const button = pressedIn(postback.data);
  if (!button) return ignored('postback');
  const { label, pressed } = button;
  return { kind: 'message', externalId: `event:${webhookEventId}`, line, at, text: label, ...(pressed ? { pressed } : {}) };
}
