type Wish<I> = {
  /** Two items of one key are never in the same run. */
  keyOf: (item: I) => string;
  /** Runs under way at the same time. */
  atOnce: number;
  /** Items in one run. */
  size: number;
  /** Whether a failure would meet every item alone as well, such as a database that is away: then all are told at once. */
  isEverybodys?: (error: unknown) => boolean;
};

/**
 * Lets what comes while work is under way be done together: the first item goes at once, those behind it share the next run. Nothing
 * ever waits for company. A run that fails is done again item by item, so that nobody pays for another's fault; hence `run` must be
 * all or nothing.
 */
export function gather<I, R>(
  run: (items: [I, ...I[]]) => Promise<R[]>,
  { keyOf, atOnce, size, isEverybodys = () => false }: Wish<I>,
): (item: I) => Promise<R> {
  type Waiting = { item: I; resolve: (result: R) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = 0;

  function take(): Waiting[] {
    const keys = new Set<string>();
    const [taken, left]: [Waiting[], Waiting[]] = [[], []];
    for (const one of waiting) {
      const goes = taken.length < size && !keys.has(keyOf(one.item));
      if (goes) keys.add(keyOf(one.item));
      (goes ? taken : left).push(one);
    }
    waiting = left;
    return taken;
  }

  async function settle(some: Waiting[]): Promise<void> {
    try {
      const results = await run(some.map(({ item }) => item) as [I, ...I[]]);
      for (const [n, { resolve }] of some.entries()) resolve(results[n]!);
    } catch (error) {
      if (some.length === 1 || isEverybodys(error)) for (const { reject } of some) reject(error);
      else for (const one of some) await settle([one]);
    }
  }

  function go(): void {
    while (running < atOnce && waiting.length > 0) {
      running += 1;
      void settle(take()).finally(() => {
        running -= 1;
        go();
      });
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      go();
    });
}
