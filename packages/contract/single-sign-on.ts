import { z } from 'zod';
import { role } from './agents.ts';
import { id, idParam, personText, time } from './common.ts';
import { endpoint } from './endpoint.ts';

/**
 * Why signing in by the provider did not work. over: begun too long ago, used before, or in another browser · off: not set up ·
 * unreachable · settings: no such provider or client · secret: the client secret is wrong · denied: refused at the provider ·
 * clock: the clocks differ · token: signature, audience, issuer or nonce is wrong · mail_missing · mail_unverified · domain · nobody:
 * no agent has the address · deactivated · owner: owners connect themselves · linked: the agent is connected to another person there ·
 * somebody_else: the test led to another agent
 */
export const singleSignOnFailure = z.enum([
  'over',
  'off',
  'unreachable',
  'settings',
  'secret',
  'denied',
  'clock',
  'token',
  'mail_missing',
  'mail_unverified',
  'domain',
  'nobody',
  'deactivated',
  'owner',
  'linked',
  'somebody_else',
  'other',
]);
export type SingleSignOnFailure = z.infer<typeof singleSignOnFailure>;

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'domain.invalid');
const claim = z
  .string()
  .trim()
  .max(100)
  .regex(/^[\w.:/-]*$/, 'claim.invalid');

const settings = z.object({
  /** As the provider calls itself, e.g. https://login.example.com/tenant. */
  issuer: z.string().trim().max(500),
  clientId: personText(300),
  /** On the button: "Sign in with …". */
  label: personText(40),
  /** Only addresses of these come in; empty: of all. They also lead the page for signing in here. */
  domains: z.array(domain).max(50),
  /** Addresses of these count although the provider does not say whether it checked them; those it calls unchecked never do. */
  trustedDomains: z.array(domain).max(50),
  nameClaim: claim,
  localeClaim: claim,
  /** Empty: roles are not taken from the provider. */
  groupsClaim: claim,
  /** The highest that fits; who is in none of them becomes an agent. Owners are never changed. */
  roles: z.array(z.object({ group: personText(200).min(1), role: role.exclude(['owner']) })).max(50),
  /** Who comes for the first time and is nobody yet becomes an agent, in these teams. */
  makesAgents: z.boolean(),
  teamIds: z.array(id('tem')).max(50),
  /** Ask for the agent's own second factor too. Otherwise that is the provider's business. */
  asksSecondStep: z.boolean(),
  /** What signing out ends: the session here, or the one at the provider too (RP-Initiated Logout 1.0). */
  signOut: z.enum(['here', 'provider']),
  enabled: z.boolean(),
  /** Agents come in by the provider only; owners keep password and second factor. */
  required: z.boolean(),
});

/** Whether the provider checked the address: `unsaid` where it does not say so as a truth value (OpenID Connect Core 5.1). */
const emailVerified = z.enum(['yes', 'no', 'unsaid']);

const lastTest = z.object({
  at: time,
  by: z.string(),
  failure: singleSignOnFailure.nullable(),
  /** What the provider said of who tested. */
  told: z
    .object({
      email: z.string().nullable(),
      emailVerified,
      name: z.string().nullable(),
      locale: z.string().nullable(),
      groups: z.array(z.string()),
      role: role.nullable(),
    })
    .nullable(),
});

export const singleSignOn = settings.extend({
  domains: z.array(z.string()),
  trustedDomains: z.array(z.string()),
  hasSecret: z.boolean(),
  /** To be entered at the provider: where it sends browsers back to after signing in, and after signing out. */
  redirectUri: z.string(),
  signedOutUri: z.string(),
  /** To be entered there: where it tells that somebody was signed out (Back-Channel Logout 1.0). */
  backChannelUri: z.string(),
  /** With these very settings: only then can it be required. */
  tested: z.boolean(),
  lastTest: lastTest.nullable(),
  linkedAgentIds: z.array(id('agt')),
});
export type SingleSignOn = z.infer<typeof singleSignOn>;

export const getSingleSignOn = endpoint('GET', '/api/single-sign-on', {
  summary: 'Sign-in by the company’s identity provider (never the secret)',
  response: singleSignOn,
});
/**
 * 409 single_sign_on.address_refused (http, a password in it, or a place the installation does not allow) · single_sign_on.incomplete ·
 * single_sign_on.domain_taken by another workspace (member `domain`) · single_sign_on.test_first when it is to be required. `clientSecret`: left out keeps the one
 * there is, '' removes it. Another issuer, client or secret must be tested anew.
 */
export const putSingleSignOn = endpoint('PUT', '/api/single-sign-on', {
  summary: 'Set up sign-in by the company’s identity provider',
  body: settings.extend({ clientSecret: z.string().max(500).optional() }),
  response: singleSignOn,
});
const begun = z.object({ url: z.string() });
/** 409 single_sign_on.refused with member `failure`. The round ends on the settings page; the test also connects who makes it. */
export const testSingleSignOn = endpoint('POST', '/api/single-sign-on/test', {
  summary: 'Begin a whole round at the provider, to see whether the settings fit',
  response: begun,
});
export const unlinkSingleSignOn = endpoint('DELETE', '/api/agents/:id/single-sign-on', {
  summary: 'Forget who an agent is at the identity provider',
  params: idParam('agt'),
});

/** Told from the domain of an address alone: the same whether there is such an agent or not. */
export const signInOptions = endpoint('GET', '/api/sign-in/options', {
  summary: 'Which ways to sign in there are for addresses of a domain',
  query: z.object({ domain: z.string().max(253).default('') }),
  response: z.object({ singleSignOn: z.object({ label: z.string() }).nullable() }),
});
/** 409 single_sign_on.refused with member `failure` · 429. `next`: where to go afterwards, a path of the desk. */
export const beginSingleSignOn = endpoint('POST', '/api/sign-in/single', {
  summary: 'Begin to sign in by the identity provider',
  body: z.object({ email: z.string().max(254).default(''), next: z.string().max(2000).default('') }),
  response: begun,
});
