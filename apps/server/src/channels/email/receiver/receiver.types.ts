import type { Logger } from '../../../platform/log/log.ts';

/** Where PEM files lie: the certificate, with those that lead to its authority behind it, and its key. */
export type CertificateFiles = Readonly<{ cert: string; key: string }>;

/** `certificate`: for STARTTLS. */
export type ReceiverConfig = Readonly<{ host: string; port: number; certificate: CertificateFiles | null }>;

/** Milliseconds: without a word on the line, and for a connection as a whole. */
export type ReceiverLimits = Readonly<{ silentMs: number; wholeMs: number; bytes: number }>;

export type ReceiverLog = Pick<Logger, 'warn' | 'error' | 'info'>;
