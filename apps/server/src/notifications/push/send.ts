import webPush from 'web-push';
import type { Logger } from '../../platform/log/log.ts';
import { safeFetch } from '../../platform/safe-fetch/safe-fetch.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** What a browser gave when it subscribed: where to write to it, and the keys of what only it can read (RFC 8030, 8291). */
export type Subscription = { endpoint: string; keys: { p256dh: string; auth: string } };

/** `topic`: at most 32 characters of base64url; a later message of the same one replaces an earlier that was not delivered. */
export type PushMessage = { payload: string; ttlSeconds: number; topic: string; urgent: boolean };

/** gone: there is no such subscription any more · later: to be tried again, after some time where the service says how long. */
export type PushOutcome = { kind: 'sent' } | { kind: 'gone' } | { kind: 'later'; afterMs: number | null } | { kind: 'refused' };

export type PushDeps = {
  vapid: VapidKeys;
  publicUrl: string | null;
  /** Hosts (`host` or `host:port`) of push services that stand in a private network or without TLS. */
  hosts: readonly string[];
  log: Pick<Logger, 'warn'>;
};
export type Send = (to: Subscription, message: PushMessage) => Promise<PushOutcome>;

/** Whom a push service may complain to. */
const subjectOf = (publicUrl: string | null): string => (publicUrl?.startsWith('https:') ? publicUrl : 'mailto:web-push@madoguchi.invalid');

const HOUR_S = 3600;

/** Seconds or a date (RFC 9110, 10.2.3), at most an hour; null for none. */
export function retryAfterMs(header: string | string[] | undefined, now: Date): number | null {
  const text = [header].flat()[0] ?? '';
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isFinite(ms) && text !== '' ? Math.min(Math.max(ms, 0), HOUR_S * 1000) : null;
}

/** Hands messages to push services: encrypted for the one browser, and over a connection to the public internet only. */
export function makeSend({ vapid, publicUrl, hosts, log }: PushDeps): Send {
  return async (to, { payload, ttlSeconds, topic, urgent }) => {
    try {
      const { endpoint, headers, body } = webPush.generateRequestDetails(to, payload, {
        vapidDetails: { subject: subjectOf(publicUrl), ...vapid },
        TTL: ttlSeconds,
        topic,
        urgency: urgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
      });
      const { host } = new URL(endpoint);
      const answer = await safeFetch(
        endpoint,
        { method: 'POST', headers: asText(headers), body: body ?? '' },
        { allow: (name) => hosts.includes(host) || hosts.includes(name), timeLimitMs: 10_000, maxBytes: 100_000 },
      );
      if (answer.status >= 200 && answer.status < 300) return { kind: 'sent' };
      if (answer.status === 404 || answer.status === 410) return { kind: 'gone' };
      log.warn({ status: answer.status, host }, 'a push service refused a message');
      if (answer.status !== 429 && answer.status < 500) return { kind: 'refused' };
      return { kind: 'later', afterMs: retryAfterMs(answer.headers['retry-after'], new Date()) };
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'a push service was not reached');
      return { kind: 'later', afterMs: null };
    }
  };
}

const asText = (headers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
