import type { Role } from '@madoguchi/contract/agents.ts';
import type { SingleSignOn, SingleSignOnFailure } from '@madoguchi/contract/single-sign-on.ts';
import type { NamedHosts } from '../../platform/safe-fetch/named-hosts.rules.ts';

/** What the provider said of somebody, in our words; everything but `subject` may be missing. */
export type Claimed = {
  subject: string;
  email: string | null;
  /** `unsaid`: not a truth value, so that nothing is known. */
  emailVerified: 'yes' | 'no' | 'unsaid';
  name: string | null;
  locale: string | null;
  groups: string[];
};

export type TestResult = {
  at: string;
  by: string;
  failure: SingleSignOnFailure | null;
  told: (Omit<Claimed, 'subject'> & { role: Role | null }) | null;
};

/** What this room needs to speak with providers. `hosts`: where they may stand besides public https (MADOGUCHI_SIGN_IN_HOSTS). */
export type SingleSafe = { sealingKey: Buffer; hosts: NamedHosts };

/** The addresses of ours that an administrator enters at the provider. */
export type Places = Pick<SingleSignOn, 'redirectUri' | 'signedOutUri' | 'backChannelUri'>;

/** A client at a provider. `secret`: null for a public one. */
export type ProviderPlace = { issuer: string; clientId: string; secret: string | null };

/** What a round must bring back. */
export type RoundSecrets = { state: string; nonce: string; verifier: string; redirectUri: string };

/** A session at the provider from which one of ours began. `idToken`: sealed, base64url. */
export type ProviderSession = { workspaceId: string; issuer: string; subject: string; sid: string | null; idToken: string };
