import type { Settings } from '../../channel.ts';
import { tokenIn } from '../../line/parse/link-word.rules.ts';
import { bounded, idOf, listOf } from '../../port/bounded.rules.ts';
import type { InboundEvent, Line, RawPayload } from '../../port/port.types.ts';
import type { Messaging, Platform, Webhook } from './direct.types.ts';
import { labelled, saidIn } from './said.rules.ts';

const ignored = (because: string): InboundEvent => ({ kind: 'ignored', because });

/**
 * A webhook of Messenger or Instagram (https://developers.facebook.com/docs/messenger-platform/webhooks). What is for another page of the
 * same app is left aside: Meta posts everything of an app to one address. @throws when it is no such webhook at all
 */
export const parseDirect =
  (platform: Platform) =>
  ({ body }: RawPayload, settings: Settings): InboundEvent[] => {
    const webhook = JSON.parse(body.toString('utf8')) as Webhook | null;
    if (webhook?.object !== platform.object || !Array.isArray(webhook.entry)) throw new Error(`no webhook of ${platform.name}`);
    const account = String(settings[platform.idField]);
    const events = webhook.entry.flatMap((entry): InboundEvent[] => {
      if (idOf(entry?.id) !== account) return [ignored('another_account')];
      // Another app of the page has the floor.
      if (entry?.standby) return [ignored('standby')];
      return listOf(entry?.messaging).flatMap((one) => eventsOf(platform, account, one ?? {}));
    });
    return events.length > 0 ? events : [ignored('nothing')];
  };

function eventsOf({ name }: Platform, account: string, event: Messaging): InboundEvent[] {
  const from = idOf(event.sender?.id);
  if (event.message?.is_echo || from === account) return [ignored('echo')];
  if (!from) return [ignored('no_sender')];
  const line: Line = { externalId: from, identity: { kind: name, value: from, verified: true } };
  const at = Number(event.timestamp) > 0 ? { at: new Date(Number(event.timestamp)) } : {};
  const refs = [event.referral, event.postback?.referral, event.message?.referral].flatMap((one) => linkedBy(line, one?.ref, at));
  const more = event.message
    ? [messageOf(event.message, line, at)]
    : event.postback
      ? [postbackOf(event, line, at, from)]
      : otherOf(event, line);
  const events = [...refs, ...more];
  return events.length > 0 ? events : [ignored(Object.keys(event).sort().join(',').slice(0, 60))];
}

/** The word that a link of ours brings along: m.me/…?ref=… */
const linkedBy = (line: Line, ref: unknown, at: At): InboundEvent[] =>
  /^[\w-]{22}$/.test(bounded(ref, 50)) ? [{ kind: 'linked', line, token: String(ref), ...at }] : [];

type At = { at?: Date };

function messageOf(message: NonNullable<Messaging['message']>, line: Line, at: At): InboundEvent {
  const externalId = idOf(message.mid);
  if (!externalId) return ignored('no_id');
  if (message.is_deleted) return { kind: 'unsent', externalId, line };
  const token = tokenIn(bounded(message.text, 200));
  if (token) return { kind: 'linked', line, token, ...at };
  const repliesTo = idOf(message.reply_to?.mid);
  return { kind: 'message', externalId, line, ...at, ...saidIn(message), ...(repliesTo ? { repliesTo } : {}) };
}

/** A button of ours, or one that the company drew into its page's menu: that one says what is written on it. */
function postbackOf({ postback, timestamp }: Messaging, line: Line, at: At, from: string): InboundEvent {
  const button = labelled(postback?.payload);
  const text = button?.label || bounded(postback?.title, 300);
  if (!text) return ignored('postback');
  const externalId = idOf(postback?.mid) || `postback:${from}:${timestamp}`;
  return { kind: 'message', externalId, line, ...at, text, ...(button ? { pressed: button.pressed } : {}) };
}

function otherOf({ read, delivery }: Messaging, line: Line): InboundEvent[] {
  const mid = idOf(read?.mid);
  if (mid) return [{ kind: 'receipt', externalId: mid, state: 'seen' }];
  if (Number(read?.watermark) > 0) return [{ kind: 'seen_until', line, at: new Date(Number(read?.watermark)) }];
  return listOf(delivery?.mids).map((one): InboundEvent => ({ kind: 'receipt', externalId: idOf(one), state: 'delivered' }));
}
