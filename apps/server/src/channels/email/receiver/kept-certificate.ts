import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { CertificateFiles, ReceiverLog } from './receiver.types.ts';

/** Renewed certificates lie there for weeks before the old ones end: a look now and then is soon enough. */
const LOOK_MS = 10_000;

export type Pem = { cert: Buffer; key: Buffer };
export type KeptCertificate = { now: () => Pem; endsAt: () => Date; stop: () => void };

/**
 * A certificate as its files have it, looked at again and again. Files that do not belong together, as while they are being exchanged, or that
 * cannot be read, change nothing. @throws when they are of no use at the start
 */
export async function keepCertificate(
  files: CertificateFiles,
  { taken, log, lookMs = LOOK_MS }: { taken: (pem: Pem) => void; log: ReceiverLog; lookMs?: number },
): Promise<KeptCertificate> {
  let kept = await read(files);
  let endsAt = endOf(kept);
  let complaint = '';

  async function look(): Promise<void> {
    try {
      const found = await read(files);
      complaint = '';
      if (found.cert.equals(kept.cert) && found.key.equals(kept.key)) return;
      endsAt = endOf(found);
      kept = found;
      taken(found);
      log.info({ endsAt }, 'the mail receiver has taken up a new certificate');
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      if (said !== complaint)
        log.warn({ error: said }, 'the certificate of the mail receiver cannot be read anew; the last one stays in use');
      complaint = said;
    }
  }
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookMs).unref();
  return { now: () => kept, endsAt: () => endsAt, stop: () => clearInterval(timer) };
}

/** @throws when certificate and key are none, or not of each other */
async function read(files: CertificateFiles): Promise<Pem> {
  const [cert, key] = await Promise.all([readFile(files.cert), readFile(files.key)]);
  createSecureContext({ cert, key });
  return { cert, key };
}

/** Of a chain the first is our own. */
const endOf = ({ cert }: Pem): Date => new Date(new X509Certificate(cert).validTo);
