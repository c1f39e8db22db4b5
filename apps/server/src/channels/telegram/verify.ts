import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HookRequest, HookVerdict, Settings } from '../channel.ts';
import type { TelegramUpdate } from './telegram.types.ts';

/**
 * What Telegram puts into X-Telegram-Bot-Api-Secret-Token of every webhook (https://core.telegram.org/bots/api#setwebhook): nothing anybody has
 * to think of or keep, and another one when the bot is.
 */
export const secretToken = (botToken: string, inboxKey: string): string =>
  createHmac('sha256', botToken).update(`telegram webhook of ${inboxKey}`).digest('base64url');

/** The part of a token that names the bot: what Telegram numbers, it numbers by bot. */
export const botIdOf = (botToken: unknown): string => String(botToken ?? '').split(':')[0] ?? '';

/** A pressed button shows a clock until somebody says that it was heard: said in the answer itself, which Telegram takes for a method call. */
export function verifyTelegram({ botToken }: Settings, { headers, body, url }: HookRequest): HookVerdict {
  const key = /\/api\/hooks\/([^/?#]+)/.exec(url)?.[1];
  if (!botToken || !key) return { kind: 'refuse' };
  const given = Buffer.from(headers['x-telegram-bot-api-secret-token'] ?? '');
  const expected = Buffer.from(secretToken(String(botToken), key));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'refuse' };
  const update = updateIn(body);
  if (!update) return { kind: 'keep' };
  const pressed = update.callback_query?.id;
  const heard = JSON.stringify({ method: 'answerCallbackQuery', callback_query_id: pressed });
  return {
    kind: 'keep',
    externalId: `${botIdOf(botToken)}:${update.update_id}`,
    ...(pressed ? { answer: { type: 'application/json', body: heard } } : {}),
  };
}

function updateIn(body: Buffer): TelegramUpdate | null {
  try {
    const value = JSON.parse(body.toString('utf8')) as Partial<TelegramUpdate> | null;
    return value && Number.isSafeInteger(value.update_id) ? (value as TelegramUpdate) : null;
  } catch {
    return null;
  }
}
