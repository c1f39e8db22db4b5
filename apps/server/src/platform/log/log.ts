import pino, { type Logger } from 'pino';

export type { Logger };

/** The process's log: JSON lines on stderr, so that stdout stays for people. Secrets never reach it: tokens, cookies and bodies are left out. */
export const makeLog = (level: string): Logger =>
  pino({ level, redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token', '*.secret'] }, pino.destination(2));
