import { afterAll } from 'vitest';
import { type DovecotServer, startDovecot } from './dovecot-server.ts';

export type Dovecot = DovecotServer;

/** A real IMAP server for the tests of one file: see `startDovecot`. */
export async function dovecot(wish: Parameters<typeof startDovecot>[0] = {}): Promise<Dovecot> {
  const server = await startDovecot(wish);
  afterAll(server.stop);
  return server;
}
