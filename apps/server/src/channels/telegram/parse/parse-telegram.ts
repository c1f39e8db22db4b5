import { wordsFor } from '../../../platform/words.ts';
import type { Settings } from '../../channel.ts';
import { bounded, idOf, listOf } from '../../port/bounded.rules.ts';
import type { InboundEvent, Line, RawPayload } from '../../port/port.types.ts';
import type { TelegramFrom, TelegramMessage, TelegramUpdate } from '../telegram.types.ts';
import { botIdOf } from '../verify.ts';
import { saidIn } from './said.rules.ts';

/**
 * An update as Telegram documents it (https://core.telegram.org/bots/api#update). Groups and channels are left aside: what one customer asks is
 * not answered before others.
 * @throws when it is no update at all
 */
export function parseTelegram({ body }: RawPayload, { botToken }: Settings): InboundEvent[] {
  const update = JSON.parse(body.toString('utf8')) as TelegramUpdate | null;
  if (!update || typeof update !== 'object' || update.update_id === undefined)
    throw new Error('no update of Telegram: it has no update_id');
  return [eventOf(update, botIdOf(botToken))];
}

const ignored = (because: string): InboundEvent => ({ kind: 'ignored', because });

function eventOf(update: TelegramUpdate, botId: string): InboundEvent {
  const { message, edited_message: edited, callback_query: pressed, my_chat_member: member } = update;
  const chat = (message ?? edited ?? pressed?.message ?? member)?.chat;
  if (!chat) return ignored(Object.keys(update).find((key) => key !== 'update_id') ?? 'empty');
  if (chat.type !== 'private') return ignored('group_chat');
  if (message) return messageOf(message, botId);
  if (edited) return editedOf(edited, botId);
  if (pressed) return pressedOf(pressed, botId);
  return memberOf(member!);
}

const lineOf = (chatId: number, from: TelegramFrom | undefined): Line => {
  const name = nameOf(bounded(from?.first_name, 100), bounded(from?.last_name, 100));
  const language = bounded(from?.language_code, 20);
  return {
    externalId: idOf(chatId),
    identity: { kind: 'telegram', value: idOf(chatId), verified: true },
    ...(name ? { name } : {}),
    // Whoever reads another language is likelier to read English than Japanese.
    ...(language ? { locale: /^ja\b/i.test(language) ? 'ja' : 'en' } : {}),
  };
};

/** A family name in Japanese script comes first, as its bearer writes it. */
function nameOf(given: string, family: string): string {
  const isJapanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(family);
  return (isJapanese ? [family, given] : [given, family]).filter(Boolean).join(' ');
}

/** Telegram numbers messages by chat and bot. */
const messageId = (botId: string, chatId: number, id: number): string => `${botId}:${idOf(chatId)}:${idOf(id)}`;
const timeOf = (seconds: unknown): { at?: Date } => (typeof seconds === 'number' ? { at: new Date(seconds * 1000) } : {});

/** `?start=` of a link to the bot comes as this command: https://core.telegram.org/bots/features#deep-linking */
const START = /^\/start(?:\s+(\S+))?\s*$/;
const OUR_TOKEN = /^[A-Za-z0-9_-]{22}$/;

function messageOf(message: TelegramMessage, botId: string): InboundEvent {
  const { chat, from } = message;
  if (from?.is_bot) return ignored('bot');
  const line = lineOf(chat.id, from);
  const start = START.exec(bounded(message.text, 200));
  if (start) {
    const token = OUR_TOKEN.exec(start[1] ?? '')?.[0];
    return token ? { kind: 'linked', line, token } : { kind: 'wish', line, wish: 'start' };
  }
  const said = saidIn(message, line.locale ?? 'ja');
  if (!said) return ignored(`message:${Object.keys(message).at(-1)}`);
  const answered = message.reply_to_message?.message_id;
  return {
    kind: 'message',
    externalId: messageId(botId, chat.id, message.message_id),
    line,
    ...said,
    ...timeOf(message.date),
    ...(answered === undefined ? {} : { repliesTo: messageId(botId, chat.id, answered) }),
  };
}

/** What was said stays as it was read and perhaps answered; the new wording is a message of its own that says so. */
function editedOf(message: TelegramMessage, botId: string): InboundEvent {
  const { chat, from } = message;
  if (message.location) return ignored('live_location');
  const line = lineOf(chat.id, from);
  const text = bounded(message.text ?? message.caption, 20_000);
  if (text === '') return ignored('edited_without_words');
  const original = messageId(botId, chat.id, message.message_id);
  return {
    kind: 'message',
    externalId: `${original}:${idOf(message.edit_date)}`,
    line,
    text: wordsFor(line.locale ?? 'ja')('channel.edited', { text }),
    ...timeOf(message.edit_date),
  };
}

/** Says what the button said: its message comes along, unless it is too old. */
function pressedOf({ id, from, message, data }: NonNullable<TelegramUpdate['callback_query']>, botId: string): InboundEvent {
  const buttons = listOf(message?.reply_markup?.inline_keyboard).flat();
  const label = buttons.find((button) => button?.callback_data === data)?.text;
  return {
    kind: 'message',
    externalId: `${botId}:pressed:${idOf(id)}`,
    line: lineOf(message!.chat.id, from),
    text: bounded(label, 500),
    pressed: bounded(data, 100),
  };
}

/** In a private chat, `kicked` is blocked. */
function memberOf({ chat, from, date, new_chat_member: now }: NonNullable<TelegramUpdate['my_chat_member']>): InboundEvent {
  const status = bounded(now?.status, 20);
  if (status !== 'kicked' && status !== 'member') return ignored(`my_chat_member:${status}`);
  return {
    kind: 'reach',
    line: lineOf(chat.id, from),
    reachable: status === 'member',
    because: status === 'member' ? 'unblocked' : 'blocked',
    onlyIfKnown: true,
    ...timeOf(date),
  };
}
