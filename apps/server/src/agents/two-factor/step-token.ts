import { sign, verify } from '../../platform/secrets/keys.ts';

export const STEP_MS = 10 * 60_000;

/**
 * Who gave the right password, and what comes next. `mark` names the password, so that a new one ends the step; `from`: the word for the
 * provider's session, where they came from there.
 */
export type Step = { accountId: string; step: 'code' | 'set_up'; mark: string; from?: string };

/** What stands between the right password and a session: a signed word that opens nothing but the second step, for ten minutes. */
export const makeSteps = (key: Buffer) => ({
  issue: (step: Step, now: Date): string => sign(key, { ...step, until: now.getTime() + STEP_MS }),
  /** Null for a word that is not ours, too old, or of another step. */
  read(token: string, wanted: Step['step'], now: Date): Step | null {
    const found = verify(key, token) as (Step & { until: number }) | null;
    return found && found.step === wanted && found.until > now.getTime() ? found : null;
  },
});
