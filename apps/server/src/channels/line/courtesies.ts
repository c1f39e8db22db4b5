import type { Channel } from '../channel.ts';
import { askLine } from './line.api.ts';
import type { LineState } from './line.types.ts';

/** The bot answers within moments; the animation ends with its message. A multiple of five. */
const LOADING_SECONDS = 10;
const TIME_LIMIT_MS = 3000;

export const lineCourtesies: NonNullable<Channel['courtesies']> = {
  async answering(call, { externalId }) {
    const json = { chatId: externalId, loadingSeconds: LOADING_SECONDS };
    await askLine(call, '/v2/bot/chat/loading/start', { method: 'POST', json, timeLimitMs: TIME_LIMIT_MS });
  },
  /** Only accounts that mark by hand are given a token; the others have marked it themselves. */
  async seen(call, { state }) {
    const { readToken } = state as LineState;
    if (!readToken) return;
    const json = { markAsReadToken: readToken };
    await askLine(call, '/v2/bot/chat/markAsRead', { method: 'POST', json, timeLimitMs: TIME_LIMIT_MS });
  },
};
