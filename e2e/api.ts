import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, createClient } from '@madoguchi/client/client.ts';
import { type AgentFixture, demoPassword } from '../fixtures/agents.ts';
import type { Product } from './product.ts';

/** Signs in as the desk does; returns the session's token. */
export async function signIn(base: string, { email }: AgentFixture): Promise<string> {
  const answer = await fetch(`${base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  const [, token] = /^madoguchi_session=(\w+)/.exec(answer.headers.get('set-cookie') ?? '') ?? [];
  if (!token) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return token;
}

/** The cookie of an agent who signed in before the stories began. */
export const sessionOf = ({ base, home }: Product, { key }: AgentFixture) => ({
  name: 'madoguchi_session',
  value: readFileSync(join(home, `${key}.session`), 'utf8'),
  url: base,
});

/** Asks the server as an agent's desk would: to set a story up, never to prove what a screen should show. */
export function as(product: Product, agent: AgentFixture): Client {
  const { name, value } = sessionOf(product, agent);
  return createClient({ baseUrl: product.base, headers: { cookie: `${name}=${value}`, origin: product.base } });
}
