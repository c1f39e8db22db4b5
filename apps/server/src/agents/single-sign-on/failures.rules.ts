// Pure: what an error of the library means for whoever wants to sign in.
import type { SingleSignOnFailure } from '@madoguchi/contract/single-sign-on.ts';
import { SafeFetchError } from '../../platform/safe-fetch/safe-fetch.errors.ts';
import { SingleSignOnRefused } from './refused.ts';

type Told = { code?: unknown; error?: unknown; status?: unknown; cause?: unknown };

const BY_CODE: Readonly<Record<string, SingleSignOnFailure>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'clock',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'token',
  OAUTH_KEY_SELECTION_FAILED: 'token',
  OAUTH_INVALID_RESPONSE: 'token',
  OAUTH_UNSUPPORTED_OPERATION: 'token',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'settings',
  OAUTH_INVALID_SERVER_METADATA: 'settings',
  OAUTH_MISSING_SERVER_METADATA: 'settings',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'settings',
  OAUTH_RESPONSE_IS_NOT_JSON: 'settings',
  OAUTH_PARSE_ERROR: 'settings',
  OAUTH_TIMEOUT: 'unreachable',
};

/** RFC 6749 4.1.2.1 and 5.2, as the provider said them. */
const BY_ERROR: Readonly<Record<string, SingleSignOnFailure>> = {
  invalid_client: 'secret',
  unauthorized_client: 'secret',
  access_denied: 'denied',
  login_required: 'denied',
  interaction_required: 'denied',
  consent_required: 'denied',
  invalid_grant: 'over',
};

/** Reads the error and everything it was caused by. */
export function failureOf(error: unknown): SingleSignOnFailure {
  let found: SingleSignOnFailure | null = null;
  for (let one = error as Told | undefined, depth = 0; one && depth < 6; one = one.cause as Told | undefined, depth += 1) {
    if (one instanceof SingleSignOnRefused) return one.because;
    if (one instanceof SafeFetchError) return 'unreachable';
    const said = typeof one.error === 'string' ? (BY_ERROR[one.error] ?? 'other') : null;
    found ??= said ?? (typeof one.code === 'string' ? (BY_CODE[one.code] ?? null) : null);
  }
  return found ?? 'other';
}
