import { beforeEach, expect, test } from 'vitest';
import { openHouse } from './single-sign-on.testkit.ts';

const house = await openHouse();
const { provider, ids, set, round, failureOf, meOf, read, tryOut, cookies } = house;
await house.setUp();
const me = { email: 'agent@shop.example', next: '/desk/' };
/** As a provider that says nothing of whether it checked the address. */
const agent = { sub: 'p-agent', email: 'agent@shop.example' };

beforeEach(() => provider.as(agent));

test('by itself, an address that the provider does not call checked leads to nobody, whatever else it says', async () => {
  for (const email_verified of [undefined, null, false, 'true', 'false', 1]) {
    provider.as({ ...agent, email_verified });
    expect(await failureOf(me), String(email_verified)).toBe('mail_unverified');
  }
});

test('where the company answers for the domain, no word is enough; the word no never is', async () => {
  expect((await set({ trustedDomains: ['Shop.example', 'shop.example'] })).json().trustedDomains).toEqual(['shop.example']);
  for (const email_verified of [false, 'false', 'yes', 0]) {
    provider.as({ ...agent, email_verified });
    expect(await failureOf(me), String(email_verified)).toBe('mail_unverified');
  }
  provider.as(agent);
  expect((await meOf(await round(me))).agent.id).toBe(ids.agent);
  provider.as({ sub: 'p-supervisor', email: 'supervisor@shop.example', email_verified: 'true' });
  expect((await meOf(await round(me))).agent.id).toBe(ids.supervisor);
});

test('another domain is not meant, not even one that ends alike', async () => {
  for (const email of ['admin@other.example', 'admin@evil-shop.example', 'admin@shop.example.evil.example', 'admin@sub.shop.example']) {
    provider.as({ sub: 'p-other', email });
    expect(await failureOf(me), email).toBe('mail_unverified');
  }
});

test('somebody who takes the address of a colleague who is connected gets nothing; the colleague comes in by who they are', async () => {
  provider.as({ sub: 'p-thief', email: 'agent@shop.example' });
  expect(await failureOf(me)).toBe('linked');
  provider.as({ sub: 'p-agent', email: 'moved@shop.example' });
  expect((await meOf(await round(me))).agent.id).toBe(ids.agent);
});

test('an owner is found by no address, and other names than the address are none', async () => {
  provider.as({ sub: 'p-x', email: 'owner@shop.example' });
  expect(await failureOf(me)).toBe('owner');
  provider.as({ sub: 'p-x', preferred_username: 'admin@shop.example', upn: 'admin@shop.example', unique_name: 'admin@shop.example' });
  expect(await failureOf(me)).toBe('mail_missing');
});

test('the test tells what the provider says of the address', async () => {
  provider.as({ sub: 'p-admin', email: 'admin@shop.example' });
  await set({ trustedDomains: [] });
  expect((await tryOut(cookies.admin)).headers.location).toContain('tested=mail_unverified');
  expect((await read()).lastTest.told).toMatchObject({ email: 'admin@shop.example', emailVerified: 'unsaid' });
  await set({ trustedDomains: ['shop.example'] });
  expect((await tryOut(cookies.admin)).headers.location).toContain('tested=ok');
});
