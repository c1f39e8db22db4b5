const CODES = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'];

/**
 * Whether an error says that PostgreSQL is restarting, full, refusing or gone, so that the same may work in a moment: classes 08
 * (connection), 53 (resources) and 57P (shutdown), socket errors, pool time-outs.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|53|57P)/.test(code) ||
    CODES.includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message)
  );
}
