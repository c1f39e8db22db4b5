// Pure: what an IMAP server or the way to it said, as the health page says it.
import { ChannelError } from '../../port/channel-error.ts';
import { certificateFailure } from '../certificate.rules.ts';

type Said = { message?: string; code?: string; authenticationFailed?: boolean; responseText?: string; serverResponseCode?: string };

/** Why no connection came about. What an administrator has to put right is about the inbox; the rest passes. */
export function signInError(error: unknown): ChannelError {
  if (error instanceof ChannelError) return error;
  const { message = '', code = '', authenticationFailed, responseText = '', serverResponseCode = '' } = error as Said;
  const detail = responseText || message || code;
  // A server that cannot check right now says so (RFC 5530): the password may well be right.
  const isAway = /^(UNAVAILABLE|INUSE|LIMIT)$/i.test(serverResponseCode);
  if (authenticationFailed && !isAway) return new ChannelError('credentials_refused', { detail, aboutInbox: true });
  const certificate = authenticationFailed ? null : certificateFailure(`${code} ${message}`);
  if (certificate) return new ChannelError(certificate, { detail, aboutInbox: true });
  return new ChannelError('platform_down', { detail, temporary: true });
}

/** Why a connection that stood does so no longer. */
export const lostError = (error: unknown): ChannelError =>
  error instanceof ChannelError
    ? error
    : new ChannelError('connection_lost', { detail: error instanceof Error ? error.message : String(error) });

/** Whether the server said that there is no such folder, and not that it is busy. */
export function isFolderGone(error: unknown): boolean {
  const { mailboxMissing, code, serverResponseCode = '', responseText = '' } = error as Said & { mailboxMissing?: boolean };
  if (mailboxMissing === true || code === 'NotFound' || /^(NONEXISTENT|TRYCREATE)$/i.test(serverResponseCode)) return true;
  return /doesn.t exist|not exist|unknown mailbox/i.test(responseText);
}
