import { idOf, listOf } from '../port/bounded.rules.ts';
import type { Call } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';
import { appToken, asJson, askAsApp, askX } from './x.api.ts';

type Webhook = { id?: unknown; url?: unknown; valid?: unknown };

/**
 * Sees that X posts to us what happens to the account: our address is registered with the app, is good by X's own test, and the account is
 * subscribed to it. All of it bears a repetition. https://docs.x.com/x-api/webhooks/quickstart, https://docs.x.com/x-api/account-activity/quickstart
 * @returns whether there was something to register: not without a public https address, which X needs @throws ChannelError
 */
export async function keepWebhook(call: Call): Promise<boolean> {
  const url = call.hookUrl;
  // X takes no address with a port.
  if (!url?.startsWith('https://') || new URL(url).port !== '') return false;
  const token = await appToken(call);
  const known = listOf((await askAsApp(call, token, 'GET', '/2/webhooks')) as readonly Webhook[] | undefined).find(
    (one) => one?.url === url,
  );
  const webhook = known ?? ((await askAsApp(call, token, 'POST', '/2/webhooks', { url })) as Webhook | undefined);
  const id = idOf(webhook?.id);
  if (!id) throw new ChannelError('not_configured', { detail: 'X named no webhook', aboutInbox: true });
  // One that failed X's test is silent until it is tested again.
  if (known?.valid === false) await askAsApp(call, token, 'PUT', `/2/webhooks/${id}`);
  const subscription = `/2/account_activity/webhooks/${id}/subscriptions/all`;
  const { subscribed } = await askX(call, subscription);
  if (subscribed !== true) await askX(call, subscription, asJson({}));
  return true;
}
