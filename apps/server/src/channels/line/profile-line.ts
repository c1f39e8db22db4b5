import type { Channel } from '../channel.ts';
import { askLine, readJson } from './line.api.ts';

/** What LINE tells of somebody who writes for the first time; nothing of somebody who blocked the account. */
export const profileOfLine: NonNullable<Channel['profile']> = async (call, userId) => {
  const answer = await askLine(call, `/v2/bot/profile/${encodeURIComponent(userId)}`, { timeLimitMs: 5000 });
  if (answer.status !== 200) return null;
  const { displayName, language } = readJson(answer) as { displayName?: string; language?: string };
  const locale = language === undefined ? undefined : /^ja\b/i.test(language) ? 'ja' : 'en';
  return {
    ...(displayName ? { name: String(displayName).slice(0, 100).toWellFormed() } : {}),
    ...(locale ? { locale } : {}),
  };
};
