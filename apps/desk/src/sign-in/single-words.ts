import { ProblemError } from '@madoguchi/client/client.ts';
import type { SingleSignOnFailure } from '@madoguchi/contract/single-sign-on.ts';
import type { WordKey, Words } from '../app/locale.tsx';

const byFailure: Record<SingleSignOnFailure, WordKey> = {
  over: 'sign_in.single_over',
  off: 'sign_in.single_off',
  unreachable: 'sign_in.single_unreachable',
  settings: 'sign_in.single_settings',
  secret: 'sign_in.single_secret',
  denied: 'sign_in.single_denied',
  clock: 'sign_in.single_clock',
  token: 'sign_in.single_token',
  mail_missing: 'sign_in.single_mail_missing',
  mail_unverified: 'sign_in.single_mail_unverified',
  domain: 'sign_in.single_domain',
  nobody: 'sign_in.single_nobody',
  deactivated: 'sign_in.single_deactivated',
  owner: 'sign_in.single_owner',
  linked: 'sign_in.single_linked',
  somebody_else: 'sign_in.single_somebody_else',
  other: 'sign_in.single_other',
};

/** Why signing in by the identity provider did not work, in words; whatever stands in the address otherwise is told as "did not work". */
export const singleFailureWords = (t: Words, failure: string): string =>
  t(Object.hasOwn(byFailure, failure) ? byFailure[failure as SingleSignOnFailure] : 'sign_in.single_other');

/** The failure in a refusal to begin, if it is one. */
export const singleFailureIn = (error: unknown): string | null =>
  error instanceof ProblemError && error.code === 'single_sign_on.refused' ? String(error.problem.failure) : null;
