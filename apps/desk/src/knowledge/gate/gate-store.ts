import { type ProposedChange, type Replay, replayQuestions } from '@madoguchi/contract/checked-questions.ts';
import { call } from '../../app/client.ts';
import { makeStore, useStore } from '../../ui/store.ts';

/** An edit that is being tried, or waits for its editor to look at what would get worse. */
type Gate = { state: 'open' } | { state: 'checking' } | { state: 'asking'; replay: Replay; decide: (goOn: boolean) => void };

const gate = makeStore<Gate>({ state: 'open' });

export const useGate = (): Gate => useStore(gate, (now) => now);

/**
 * Tries a change against the checked questions before it goes out, and asks when some would be answered worse. True: go on.
 * A trial that fails stops nobody: it is advice, and the edit has its own errors.
 */
export async function passGate(change: ProposedChange): Promise<boolean> {
  if (gate.get().state !== 'open') return false;
  gate.set(() => ({ state: 'checking' }));
  const replay = await call(replayQuestions, { body: { change } }).catch(() => null);
  if (!replay?.changes.some(({ effect }) => effect === 'worse')) {
    gate.set(() => ({ state: 'open' }));
    return true;
  }
  const goOn = await new Promise<boolean>((decide) => gate.set(() => ({ state: 'asking', replay, decide })));
  gate.set(() => ({ state: 'open' }));
  return goOn;
}
