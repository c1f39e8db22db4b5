import { expect, test } from 'vitest';
import { healthState, healthWarning } from './health.rules.ts';

const now = new Date('2026-11-24T03:00:00Z');
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);
const fresh = {
  failure: null,
  failed: 0,
  sent: 0,
  unparsed: 0,
  queued: 0,
  last_in_at: null,
  last_proof_at: null,
  token_expires_at: null,
  certificate_ends_at: null,
  oldest_unread_at: null,
  proof_sent_at: null,
  paused: false,
};

test('an inbox nobody heard of is quiet, not good', () => {
  expect(healthState(fresh, now).state).toBe('quiet');
  expect(healthState({ ...fresh, last_in_at: ago(47) }, now).state).toBe('good');
  expect(healthState({ ...fresh, last_in_at: ago(49) }, now).state).toBe('quiet');
});

test('figures alone say that something fails', () => {
  expect(healthState({ ...fresh, oldest_unread_at: ago(0.3) }, now).failure).toBe('connection_lost');
  expect(healthState({ ...fresh, proof_sent_at: ago(0.4) }, now).failure).toBe('proof_missing');
  expect(healthState({ ...fresh, token_expires_at: ago(0) }, now).failure).toBe('credentials_refused');
  expect(healthState({ ...fresh, failed: 5, sent: 4 }, now).failure).toBe('too_many_failures');
  expect(healthState({ ...fresh, failed: 5, sent: 5 }, now).state).toBe('quiet');
  expect(healthState({ ...fresh, failure: 'platform_down', paused: true }, now).state).toBe('paused');
});

test('credentials, or a certificate, that end within 14 days are warned of, while they work', () => {
  const no = { token_expires_at: null, certificate_ends_at: null };
  const endsIn = (days: number) => healthWarning({ ...no, token_expires_at: ago(-24 * days) }, 'good', now);
  expect([15, 14, 1, 0].map(endsIn)).toEqual([null, 'token_ends_soon', 'token_ends_soon', null]);
  expect(healthWarning({ ...no, token_expires_at: ago(-24) }, 'paused', now)).toBeNull();
  expect(healthWarning(no, 'good', now)).toBeNull();
  const certificate = (days: number) => healthWarning({ ...no, certificate_ends_at: ago(-24 * days) }, 'failing', now);
  expect([15, 14, 1, 0].map(certificate)).toEqual([null, 'certificate_ends_soon', 'certificate_ends_soon', null]);
});
