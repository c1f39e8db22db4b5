import type { NextStep } from '@madoguchi/contract/agents.ts';

/** The second step that is due after the identity provider, read out of the address (behind the #, which no server sees) and taken from it. */
export function stepInAddress(): NextStep | null {
  const told = new URLSearchParams(location.hash.slice(1));
  const [step, token] = [told.get('step'), told.get('token')];
  if (!token || (step !== 'code' && step !== 'set_up')) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return { step, token };
}
