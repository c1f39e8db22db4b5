import type { SingleSignOnFailure } from '@madoguchi/contract/single-sign-on.ts';

/** Signing in by the provider did not work; `because` goes to the screen. */
export class SingleSignOnRefused extends Error {
  readonly because: SingleSignOnFailure;

  constructor(because: SingleSignOnFailure, cause?: unknown) {
    super(`single sign-on: ${because}`, { cause });
    this.because = because;
  }
}
