import type { Problem } from '@madoguchi/contract/common.ts';

/** The server refused or failed: an RFC 9457 problem. Screens turn `code` into words. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  /** The whole answer; some codes carry more members. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
  }
}

/** No answer came from the server: no network, no server, or something in between answered in its place. Worth trying again. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'OfflineError';
  }
}
