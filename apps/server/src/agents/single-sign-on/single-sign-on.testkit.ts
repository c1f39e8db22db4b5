import { expect } from 'vitest';
import { openDesk } from '../../../test/desk.ts';
import { identityProvider } from '../../../test/identity-provider.ts';
import { client, newBrowser } from '../../../test/oidc-provider.ts';

export const ORIGIN = 'http://desk.example';
export const CALLBACK = `${ORIGIN}/sign-in/single/callback`;
export const SIGNED_OUT = `${ORIGIN}/sign-in/single/signed-out`;

type Start = { cookies: { name: string; value: string }[] };

/** A company that signs in by a provider of its own: shop.example, with one agent in each role. */
export async function openHouse() {
  const provider = await identityProvider();
  const desk = await openDesk({ signInHosts: [provider.host] });
  const { call } = desk;
  const company = await desk.addCompany('shop.example');
  const { cookies, ids } = company;
  const backChannel = `${ORIGIN}/sign-in/single/sign-out/${company.workspaceId}`;
  const form = (body: string) =>
    desk.app.inject({ method: 'POST', url: backChannel, headers: { host: 'desk.example', ...FORM }, payload: body });
  provider.register({
    redirectUris: [CALLBACK],
    signedOutUris: [SIGNED_OUT],
    backChannel,
    post: async (url, body) => (await desk.app.inject({ method: 'POST', url, headers: FORM, payload: body })).statusCode,
  });

  const read = async () => (await call('GET', '/api/single-sign-on', { cookie: cookies.admin })).json();
  /** Changes some of the settings, as the page does. */
  async function set(change: object, cookie = cookies.admin) {
    const { hasSecret, redirectUri, signedOutUri, backChannelUri, tested, lastTest, linkedAgentIds, ...now } = await read();
    return call('PUT', '/api/single-sign-on', { cookie, body: { ...now, ...change } });
  }
  const browserOf = (start: Start) => start.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const begin = (body: object = {}) => call('POST', '/api/sign-in/single', { body });
  /** Back from the provider, in the browser where it began. */
  const back = (url: string, browser: string) => call('GET', url.slice(ORIGIN.length), { headers: { cookie: browser } });
  /** The whole round: to the provider and back; where the browser ends up. `jar`: the provider's own cookies in this browser. */
  async function round(body: object = {}, jar = newBrowser()) {
    const start = await begin(body);
    if (start.statusCode !== 200) throw new Error(start.body);
    return back(await provider.visit(start.json().url, jar), browserOf(start));
  }
  const failureOf = async (body: object = {}) => String((await round(body)).headers.location).replace('/desk/sign-in?single=', '');
  const sessionOf = (answer: Awaited<ReturnType<typeof round>>) => {
    const session = answer.cookies.find(({ name }) => name === 'madoguchi_session');
    if (!session) throw new Error(`no session: ${answer.headers.location}`);
    return `madoguchi_session=${session.value}`;
  };
  const meOf = async (answer: Awaited<ReturnType<typeof round>>) => (await call('GET', '/api/me', { cookie: sessionOf(answer) })).json();
  async function tryOut(cookie: string) {
    const start = await call('POST', '/api/single-sign-on/test', { cookie });
    return back(await provider.visit(start.json().url), browserOf(start));
  }
  /** Whether each of these windows is still somebody's. */
  const open = async (...sessions: string[]) =>
    Promise.all(sessions.map(async (cookie) => (await call('GET', '/api/me', { cookie })).statusCode === 200));

  async function setUp() {
    const basic = { issuer: provider.issuer, clientId: client.id, clientSecret: client.secret, label: '会社のアカウント', enabled: true };
    expect((await set(basic)).statusCode).toBe(200);
  }
  const told = (token: string) => form(new URLSearchParams({ logout_token: token }).toString());
  return {
    provider,
    desk,
    call,
    company,
    cookies,
    ids,
    read,
    set,
    setUp,
    begin,
    back,
    browserOf,
    round,
    failureOf,
    sessionOf,
    meOf,
    tryOut,
    open,
    told,
    form,
  };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What a refusal says. */
export const said = (response: { statusCode: number; json: () => { code: string } }) => `${response.statusCode} ${response.json().code}`;
