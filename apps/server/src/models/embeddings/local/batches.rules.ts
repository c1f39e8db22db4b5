// Pure: how texts are put together, so that no step takes long or much memory.

/** Texts and characters of one step: a question waits for no more than this. */
const STEP_TEXTS = 8;
const STEP_CHARACTERS = 1000;
/** Tokens of one run of the model, padding included: what bounds its memory. */
const RUN_TOKENS = 2048;

/** Texts in steps, in order. A long text is a step of its own. */
export function stepsOf(texts: readonly string[]): string[][] {
  const steps: string[][] = [];
  let characters = 0;
  for (const text of texts) {
    const open = steps.at(-1);
    characters += text.length;
    if (open && open.length < STEP_TEXTS && characters <= STEP_CHARACTERS) open.push(text);
    else {
      steps.push([text]);
      characters = text.length;
    }
  }
  return steps;
}

/** Places of texts in runs: those of like length together, each run padded to its longest within the bound. */
export function runsOf(lengths: readonly number[], most = RUN_TOKENS): number[][] {
  const shortestFirst = [...lengths.keys()].sort((one, other) => lengths[one]! - lengths[other]!);
  const runs: number[][] = [];
  for (const at of shortestFirst) {
    const open = runs.at(-1);
    if (open && (open.length + 1) * lengths[at]! <= most) open.push(at);
    else runs.push([at]);
  }
  return runs;
}
