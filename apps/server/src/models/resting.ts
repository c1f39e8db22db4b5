const FAILURES_IN_A_ROW = 3;
const REST_MS = 60_000;

/**
 * Remembers endpoints that do not answer. After three failures in a row one is left alone for a minute, so that customers do not wait
 * for the time limit at every question. `name`: whatever tells one endpoint from another.
 */
export function makeResting(now: () => number) {
  const failed = new Map<string, { times: number; until: number }>();
  return {
    isResting: (name: string): boolean => (failed.get(name)?.until ?? 0) > now(),
    note(name: string, worked: boolean): void {
      if (worked) return void failed.delete(name);
      const times = (failed.get(name)?.times ?? 0) + 1;
      failed.set(name, { times, until: times >= FAILURES_IN_A_ROW ? now() + REST_MS : 0 });
    },
  };
}
