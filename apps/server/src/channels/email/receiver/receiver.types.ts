import type { Logger } from '../../../platform/log/log.ts';

/** `certificate`: PEM files, for STARTTLS. */
export type ReceiverConfig = Readonly<{ host: string; port: number; certificate: Readonly<{ cert: string; key: string }> | null }>;

/** Milliseconds: without a word on the line, and for a connection as a whole. */
export type ReceiverLimits = Readonly<{ silentMs: number; wholeMs: number; bytes: number }>;

export type ReceiverLog = Pick<Logger, 'warn' | 'error' | 'info'>;
