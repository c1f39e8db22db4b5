/** Ends a command with a clear message instead of a stack trace; `detail` is the output that explains it. */
export class Failure extends Error {
  constructor(message, detail = '') {
    super(message);
    this.detail = detail;
  }
}

/** Says what is being done, does it, and adds how long it took to the same line. */
export async function timed(what, work) {
  const start = performance.now();
  process.stdout.write(`${what} … `);
  try {
    const result = await work();
    console.log(seconds(start));
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}

/** Time since `start` (performance.now()) as a person reads it. */
export const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Runs a command; a Failure is printed in full and ends the process with code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.detail) console.error(error.detail.trimEnd());
    console.error(error.message);
    process.exitCode = 1;
  }
}
