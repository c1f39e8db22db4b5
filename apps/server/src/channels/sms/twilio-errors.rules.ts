// Pure: what Twilio's error codes mean (https://www.twilio.com/docs/api/errors).
import type { ChannelFailure } from '@madoguchi/contract/channels.ts';

const MEANINGS: readonly (readonly [ChannelFailure, readonly number[]])[] = [
  // Asked to hear no more; blocked by the carrier or the phone's owner.
  ['blocked', [21610, 30004]],
  // No such number, not a mobile, a landline.
  ['address_unknown', [21211, 21214, 21217, 21265, 21614, 30005, 30006]],
  ['credentials_refused', [20003, 20005, 20006, 20403]],
  ['rate_limited', [20429, 30022]],
  // The account's own limits: of a day, a trial, its balance.
  ['quota_used', [30002, 30023, 63038]],
  ['too_large', [21605, 21617, 21620, 30019]],
  ['unsupported', [12300, 21408, 21612, 30011, 30018]],
  // The sender: not ours, not for messages, not of this service.
  ['not_configured', [21212, 21603, 21606, 21659, 21660, 21701, 21703, 21704]],
];

/** Null for codes that mean nothing but a no. */
export const failureOf = (code: number): ChannelFailure | null => MEANINGS.find(([, codes]) => codes.includes(code))?.[0] ?? null;
