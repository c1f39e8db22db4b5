import type { Role } from '@madoguchi/contract/agents.ts';
import type { SingleSignOnFailure } from '@madoguchi/contract/single-sign-on.ts';
import type { NamedHosts } from '../../platform/safe-fetch/named-hosts.rules.ts';

/** What the provider said of somebody, in our words; everything but `subject` may be missing. */
export type Claimed = {
  subject: string;
  email: string | null;
  emailVerified: boolean;
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

/** A client at a provider. `secret`: null for a public one. */
export type ProviderPlace = { issuer: string; clientId: string; secret: string | null };

/** What a round must bring back. */
export type RoundSecrets = { state: string; nonce: string; verifier: string; redirectUri: string };
