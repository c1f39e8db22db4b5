import type { SingleSignOn } from '@madoguchi/contract/single-sign-on.ts';
import { type Faults, faults, textFault } from '../../admin/faults.ts';

type Kept = Omit<SingleSignOn, 'hasSecret' | 'redirectUri' | 'signedOutUri' | 'backChannelUri' | 'tested' | 'lastTest' | 'linkedAgentIds'>;

/** The form. `key`: what is typed into the empty field for the secret, '' leaves the kept one. */
export type SingleValues = Kept & { key: string; dropKey: boolean };

export function valuesOf(settings: SingleSignOn): SingleValues {
  const { hasSecret: _has, tested: _tested, lastTest: _test, linkedAgentIds: _ids, ...rest } = settings;
  const { redirectUri: _back, signedOutUri: _out, backChannelUri: _channel, ...kept } = rest;
  return { ...kept, key: '', dropKey: false };
}

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
/** Domains as people type them. */
export const domainsTyped = (domains: readonly string[]): string[] =>
  domains.map((domain) => domain.trim().replace(/^@/, '').toLowerCase());

const domainsFault = (domains: readonly string[]) =>
  domains.every((domain) => DOMAIN.test(domain)) ? undefined : ({ word: 'single.fault_domain' } as const);
const claimFault = (claim: string) => (/^[\w.:/-]*$/.test(claim.trim()) ? undefined : ({ word: 'single.fault_claim' } as const));

/** Issuer, client and label may be missing while it is off. */
export const singleFaults = (values: SingleValues): Faults => {
  const required = values.enabled ? 'fault.required' : null;
  const wrong = values.issuer.trim() !== '' && !/^https?:\/\/\S+$/.test(values.issuer.trim());
  return faults({
    issuer: wrong ? { word: 'single.fault_address' } : textFault(values.issuer, 500, required),
    clientId: textFault(values.clientId, 300, required),
    label: textFault(values.label, 40, required),
    domains: domainsFault(values.domains),
    trustedDomains: domainsFault(values.trustedDomains),
    nameClaim: claimFault(values.nameClaim),
    localeClaim: claimFault(values.localeClaim),
    groupsClaim: claimFault(values.groupsClaim),
    ...Object.fromEntries(values.roles.map(({ group }, at) => [`roles.${at}`, textFault(group, 200)])),
  });
};

/** What is sent. The secret: nothing keeps the one there is, '' removes it. */
export function settingsOf({ key, dropKey, ...values }: SingleValues) {
  const clientSecret = key.trim() ? { clientSecret: key.trim() } : dropKey ? { clientSecret: '' } : {};
  return { ...values, issuer: values.issuer.trim(), clientId: values.clientId.trim(), label: values.label.trim(), ...clientSecret };
}
