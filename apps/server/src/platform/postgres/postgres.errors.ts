export type PostgresErrorCode =
  /** The home folder cannot be made or written. */
  | 'home.not_writable'
  /** There are no PostgreSQL binaries for this machine. */
  | 'postgres.unsupported_platform'
  /** Root needs another account to run PostgreSQL, and none can be found or made. */
  | 'postgres.no_account'
  /** The data exist but the account that must read them cannot. */
  | 'postgres.data_unreachable'
  /** The data were written by another major version. */
  | 'postgres.version_mismatch'
  | 'postgres.disk_full'
  /** Another Madoguchi is running on this home. */
  | 'postgres.home_in_use'
  /** Everything else; the message ends with PostgreSQL's own words. */
  | 'postgres.start_failed';

/** Why the embedded PostgreSQL cannot serve. The message is one line, meant to be printed to whoever started Madoguchi. */
export class PostgresError extends Error {
  readonly code: PostgresErrorCode;

  constructor(code: PostgresErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PostgresError';
    this.code = code;
  }
}

/** Turns what initdb or postgres printed before it gave up into an error; `during` says what was being done. */
export function explainOutput(output: string, during: string): PostgresError {
  if (/No space left on device|Disk quota exceeded/i.test(output)) {
    return new PostgresError('postgres.disk_full', `The disk is full (${during}). Free some space and start again.`);
  }
  if (/could not look up effective user ID/.test(output)) {
    return new PostgresError(
      'postgres.no_account',
      'PostgreSQL needs an account with a name: this process runs under a uid that /etc/passwd does not list.',
    );
  }
  return new PostgresError('postgres.start_failed', `PostgreSQL failed (${during}): ${lastWords(output)}`);
}

/** The line that says why: the last FATAL, PANIC or error line, else the last line. */
function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /(FATAL|PANIC|error):/.test(line)).at(-1) ?? lines.at(-1) ?? 'it said nothing';
  return telling.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
}
