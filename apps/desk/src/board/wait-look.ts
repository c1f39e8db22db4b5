/** How long somebody waits already: as one expects, longer than customers are told, or three times that. */
export type WaitLook = 'fine' | 'long' | 'too_long';

const MINUTE_MS = 60_000;
const TOO_LONG = 3;

/** `replyMinutes`: how soon customers are told that somebody answers. `now` in ms, by the server's clock. */
export function waitLook(since: string | null, replyMinutes: number, now: number): WaitLook {
  if (since === null) return 'fine';
  const minutes = (now - Date.parse(since)) / MINUTE_MS;
  if (minutes < replyMinutes) return 'fine';
  return minutes < replyMinutes * TOO_LONG ? 'long' : 'too_long';
}
