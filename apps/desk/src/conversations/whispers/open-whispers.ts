import type { Whisper } from '@madoguchi/contract/whispers.ts';

/** Whether something was whispered to an agent and waits for a word of theirs. */
export const isOpenFor = ({ to, outcome }: Whisper, agentId: string): boolean => to.id === agentId && outcome === null;
