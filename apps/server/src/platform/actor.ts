/** Who did something, as kept with every fact. The name is the one at that time; `ip`, where known: from where. */
export type Actor = { kind: 'agent' | 'customer' | 'bot' | 'system' | 'api'; id: string | null; name: string; ip?: string };

export const systemActor: Actor = { kind: 'system', id: null, name: 'Madoguchi' };
export const botActor: Actor = { kind: 'bot', id: null, name: 'Bot' };
