import type { messagingApi } from '@line/bot-sdk';
import type { Channel } from '../channel.ts';
import type { Call } from '../port/call.types.ts';
import { API, askLine, getLine, readJson } from './line.api.ts';
import { quotaForecast } from './quota.rules.ts';

const FOREVER_S = 5 * 365 * 24 * 3600;

/** Whose account this is, until when its token is good, what of the month's messages is used, and whether LINE posts to us. @throws ChannelError */
export const checkLine: NonNullable<Channel['check']> = async (call) => {
  const info = await getLine<messagingApi.BotInfoResponse>(call, '/v2/bot/info');
  const notes = { ...(await quotaOf(call)), ...(await webhookOf(call)) };
  return {
    account: `${info.displayName} (${info.premiumId ?? info.basicId})`,
    tokenExpiresAt: await expiryOf(call),
    notes,
    learned: { botId: info.userId, basicId: info.premiumId ?? info.basicId },
  };
};

async function quotaOf(call: Call): Promise<Record<string, number>> {
  const quota = await getLine<messagingApi.MessageQuotaResponse>(call, '/v2/bot/message/quota');
  const { totalUsage } = await getLine<messagingApi.QuotaConsumptionResponse>(call, '/v2/bot/message/quota/consumption');
  return {
    ...(quota.type === 'limited' && quota.value !== undefined ? { quota: quota.value } : {}),
    quotaUsed: totalUsage,
    quotaForecast: quotaForecast(totalUsage, call.now()),
  };
}

/** Whether LINE knows our address and uses it: the usual reason why nothing comes in. */
async function webhookOf(call: Call): Promise<{ webhook?: string }> {
  const answer = await askLine(call, '/v2/bot/channel/webhook/endpoint');
  // 404: none is set.
  if (answer.status === 404) return { webhook: 'none' };
  if (answer.status !== 200) return {};
  const { endpoint, active } = readJson(answer) as { endpoint?: string; active?: boolean };
  if (call.hookUrl !== null && endpoint !== call.hookUrl) return { webhook: 'elsewhere' };
  return { webhook: active ? 'active' : 'inactive' };
}

/**
 * When the token ends: short-lived ones are asked for here, those of version 2.1 there (https://developers.line.biz/en/docs/basics/channel-access-token/).
 * Null for long-lived ones, and where LINE does not say.
 */
async function expiryOf(call: Call): Promise<Date | null> {
  const token = encodeURIComponent(String(call.settings.channelAccessToken));
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const short = await call.ask(`${API}/v2/oauth/verify`, { method: 'POST', headers: form, body: `access_token=${token}` });
  const answer = short.status === 200 ? short : await call.ask(`${API}/oauth2/v2.1/verify?access_token=${token}`);
  const seconds = answer.status === 200 ? Number(readJson(answer).expires_in) : Number.NaN;
  return seconds > 0 && seconds < FOREVER_S ? new Date(call.now().getTime() + seconds * 1000) : null;
}
