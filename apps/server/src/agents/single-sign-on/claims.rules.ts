// Pure: what a provider's claims say, and which role they give.
import type { Role } from '@madoguchi/contract/agents.ts';
import type { Claimed } from './single-sign-on.types.ts';

type Names = { nameClaim: string; localeClaim: string; groupsClaim: string };

const LONGEST = 200;
const MOST_GROUPS = 500;

/** Claims of the ID token and of the userinfo endpoint (OpenID Connect Core 5.1) under the names that the workspace chose. */
export function claimedOf(claims: Readonly<Record<string, unknown>> & { sub: string }, names: Names): Claimed {
  const text = (name: string): string | null => {
    const value = name === '' ? undefined : claims[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST) : null;
  };
  const groups = names.groupsClaim === '' ? [] : claims[names.groupsClaim];
  return {
    subject: claims.sub,
    email: text('email')?.toLowerCase() ?? null,
    emailVerified: verifiedIn(claims.email_verified),
    name: text(names.nameClaim || 'name'),
    locale: text(names.localeClaim || 'locale'),
    groups: (Array.isArray(groups) ? groups : [groups])
      .filter((group) => typeof group === 'string')
      .slice(0, MOST_GROUPS)
      .map((group: string) => group.slice(0, LONGEST)),
  };
}

/** The claim is a truth value (OpenID Connect Core 5.1). Some leave it out, some send words: those say nothing, unless they say no. */
function verifiedIn(claim: unknown): Claimed['emailVerified'] {
  if (claim === true) return 'yes';
  return claim === undefined || claim === null || claim === 'true' ? 'unsaid' : 'no';
}

/** Whether an address may find an agent: the provider checked it, or says nothing and the workspace answers for the domain. */
export const isAddressSure = ({ email, emailVerified }: Claimed, trustedDomains: readonly string[]): boolean =>
  emailVerified === 'yes' || (emailVerified === 'unsaid' && email !== null && trustedDomains.includes(domainOf(email)));

const RANK: readonly Role[] = ['agent', 'supervisor', 'admin'];

/** The highest role that a group gives, `agent` for who is in none; null when roles are not taken from the provider. */
export function roleOf(groups: readonly string[], roles: readonly { group: string; role: Exclude<Role, 'owner'> }[]): Role | null {
  if (roles.length === 0) return null;
  const given = roles.filter(({ group }) => groups.includes(group)).map(({ role }) => RANK.indexOf(role));
  return RANK[Math.max(0, ...given)]!;
}

/** The part of an address behind the last @, in small letters; '' where there is none. */
export const domainOf = (email: string): string => (email.includes('@') ? email.slice(email.lastIndexOf('@') + 1).toLowerCase() : '');

/** `ja-JP` → ja; every language we do not have is read as Japanese, the language of the product. */
export const localeOf = (locale: string | null): 'ja' | 'en' => (locale?.toLowerCase().startsWith('en') ? 'en' : 'ja');

/** Where to go afterwards: a page of the desk and nothing else, whatever a crafted link says. */
export function safeNext(next: string): string {
  const base = 'http://desk.invalid';
  const url = next.startsWith('/') && !/[\\\s]/.test(next) ? URL.parse(next, base) : null;
  const path = url?.origin === base ? `${url.pathname}${url.search}` : '';
  return path.startsWith('/desk/') && !path.startsWith('/desk/sign-in') && !path.startsWith('//') ? path : '/desk/';
}
