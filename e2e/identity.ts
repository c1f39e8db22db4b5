import { createHmac } from 'node:crypto';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a company's own server signs about its customer (RFC 7519, HS256). */
export function signIdentity(secret: string, claims: { sub: string; name?: string; reading?: string; email?: string }): string {
  const inAnHour = Math.floor(Date.now() / 1000) + 3600;
  const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, exp: inAnHour })}`;
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
}
