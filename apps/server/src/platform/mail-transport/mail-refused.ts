/** Why a mail was not taken. `refused`: the server said no to this mail; `address`: to the one it was for. */
export type MailFailure = 'unreachable' | 'time_limit' | 'tls' | 'sign_in' | 'sender' | 'address' | 'refused' | 'not_set_up';

/** A mail that was not sent. `temporary`: the same mail may pass later; otherwise it never will. `status`: the server's reply (RFC 5321). */
export class MailRefused extends Error {
  readonly failure: MailFailure;
  readonly temporary: boolean;
  readonly status: number | null;

  constructor(failure: MailFailure, options: { temporary: boolean; status?: number | null; detail?: string; cause?: unknown }) {
    super(`mail: ${failure}${options.detail ? `: ${options.detail}` : ''}`, { cause: options.cause });
    this.name = 'MailRefused';
    this.failure = failure;
    this.temporary = options.temporary;
    this.status = options.status ?? null;
  }
}

const MOST_DETAIL = 300;
/** Signing in, or an encrypted line for it, is needed first (RFC 4954). */
const ASKS_TO_SIGN_IN: readonly number[] = [530, 534, 535, 538];

/** What the mail library throws, as a refusal: its codes, and the reply of the server when there was one. */
export function mailRefusedOf(error: unknown): MailRefused {
  const {
    code = '',
    responseCode,
    command = '',
    message = '',
  } = error as Record<'code' | 'command' | 'message', string | undefined> & {
    responseCode?: number;
  };
  const status = typeof responseCode === 'number' ? responseCode : null;
  const detail = message.replaceAll(/\s+/g, ' ').slice(0, MOST_DETAIL);
  const refused = (failure: MailFailure, temporary: boolean) => new MailRefused(failure, { temporary, status, detail, cause: error });
  const isPermanent = status !== null && status >= 500;
  // What the installation can put right is tried again: a mail is not lost to a wrong password.
  if (isTls(code, status === null ? message : '')) return refused('tls', true);
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2' || ASKS_TO_SIGN_IN.includes(status ?? 0))
    return refused('sign_in', true);
  if (code === 'ETIMEDOUT') return refused('time_limit', true);
  if (code === 'EENVELOPE' && status === null) return refused('address', false);
  if (status === null) return refused('unreachable', true);
  if (command.startsWith('MAIL')) return refused('sender', !isPermanent);
  if (command.startsWith('RCPT') || code === 'EENVELOPE') return refused('address', !isPermanent);
  return refused('refused', !isPermanent);
}

const isTls = (code: string, message: string): boolean =>
  code === 'ETLS' || code === 'EREQUIRETLS' || /certificate|self[- ]signed|CERT_|wrong version number|SSL|TLS/.test(`${code} ${message}`);
