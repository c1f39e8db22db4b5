import type { AdminKey, AdminWords } from '../../admin/admin-words.ts';
import type { Words } from '../../app/locale.tsx';
import { singleFailureWords } from '../../sign-in/single-words.ts';

/** Whoever tests is the admin whom the sign-in page sends people to: here it is said what to check. */
const byFailure: Record<string, AdminKey> = {
  clock: 'single.test_because.clock',
  domain: 'single.test_because.domain',
  linked: 'single.test_because.linked',
  mail_missing: 'single.test_because.mail_missing',
  mail_unverified: 'single.test_because.mail_unverified',
  other: 'single.test_because.other',
  secret: 'single.test_because.secret',
  settings: 'single.test_because.settings',
  token: 'single.test_because.token',
  unreachable: 'single.test_because.unreachable',
};

/** Why a test failed and what to check; in the words of the sign-in page where those say it already. */
export function testFailureWords(t: AdminWords, desk: Words, failure: string): string {
  const word = Object.hasOwn(byFailure, failure) ? byFailure[failure] : undefined;
  return word ? t(word) : singleFailureWords(desk, failure);
}
