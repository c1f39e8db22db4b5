import { createECDH } from 'node:crypto';
import type { Keys } from '../../platform/secrets/keys.ts';

/** The pair by which push services know this installation (RFC 8292), base64url: the public one uncompressed, the private one its number. */
export type VapidKeys = { publicKey: string; privateKey: string };

/**
 * Made of the installation's own secret, so that all processes have the same and it lies nowhere: as with everything sealed, who loses that
 * secret loses the subscriptions.
 */
export function vapidKeys(keys: Keys): VapidKeys {
  for (let n = 1; ; n += 1) {
    const pair = createECDH('prime256v1');
    try {
      pair.setPrivateKey(keys.derive(`web-push ${n}`));
    } catch {
      // One number in four thousand million is none of the curve: the next is.
      continue;
    }
    return { publicKey: pair.getPublicKey('base64url'), privateKey: pair.getPrivateKey('base64url').padStart(43, 'A') };
  }
}
