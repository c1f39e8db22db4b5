import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keys of this installation, derived from the one secret that lies in its home. */
export type Keys = {
  /** A key of 32 bytes for one purpose; purposes cannot be confused with one another. */
  derive: (purpose: string) => Buffer;
};

/** Reads `keys/master.key` of the home, making it once. Losing this file signs everybody out and makes stored secrets unreadable. */
export async function openKeys(home: string): Promise<Keys> {
  const folder = join(home, 'keys');
  const file = join(folder, 'master.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    // Written aside and linked into place, so that two processes starting at once agree on one key.
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await link(draft, file).catch(() => {});
    await unlink(draft);
  }
  const master = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
  if (master.length !== 32) throw new Error(`${file} is not a key of this installation`);
  return keysFrom(master);
}

export const keysFrom = (master: Buffer): Keys => ({
  derive: (purpose) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `madoguchi:${purpose}`, 32)),
});

const mac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** `payload` (JSON) and its signature as one URL-safe word. */
export function sign(key: Buffer, payload: unknown): string {
  const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${body}.${mac(key, body).toString('base64url')}`;
}

/** The payload of a word signed with this key, or null for anything else. Compares in constant time. */
export function verify(key: Buffer, word: string): unknown {
  const [body, signature, ...rest] = word.split('.');
  if (!body || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(key, body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
