import type { Channel } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { askTelegram } from './telegram.api.ts';
import { secretToken } from './verify.ts';

export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'];
/** An error of Telegram's with our address that is older has passed. */
const RECENT_MS = 3_600_000;

type Bot = { first_name: string; username?: string };
type WebhookInfo = { pending_update_count?: number; last_error_date?: number; last_error_message?: string };

/** Whose bot this is; sets the webhook, which bears a repetition, and asks whether it gets through. @throws ChannelError */
export const checkTelegram: NonNullable<Channel['check']> = async (call) => {
  const { first_name, username = '' } = await askTelegram<Bot>(call, 'getMe');
  await setWebhook(call);
  const { pending_update_count = 0, last_error_date = 0, last_error_message = '' } = await askTelegram<WebhookInfo>(call, 'getWebhookInfo');
  const failsNow = pending_update_count > 0 && call.now().getTime() - last_error_date * 1000 < RECENT_MS;
  if (failsNow) throw new ChannelError('connection_lost', { detail: last_error_message, aboutInbox: true });
  return {
    account: username ? `${first_name} (@${username})` : first_name,
    notes: { webhook: 'active' },
    learned: { botUsername: username },
  };
};

async function setWebhook(call: Call): Promise<void> {
  if (!call.hookUrl?.startsWith('https://'))
    throw new ChannelError('not_configured', { detail: 'no public https address: MADOGUCHI_URL', aboutInbox: true });
  await askTelegram(call, 'setWebhook', {
    url: call.hookUrl,
    allowed_updates: ALLOWED_UPDATES,
    secret_token: secretToken(String(call.settings.botToken), call.inbox.key),
  });
}
