import { afterAll } from 'vitest';
import { openIdentityProvider } from './oidc-provider.ts';

/** An identity provider for the tests of a file. */
export async function identityProvider() {
  const provider = await openIdentityProvider();
  afterAll(provider.close);
  return provider;
}
