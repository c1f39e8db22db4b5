import type { Message } from '@madoguchi/contract/messages.ts';
import { makeStore } from '../../ui/store.ts';
import type { Outgoing } from './outbox-store.ts';

/** A reply that was stopped because somebody answered first, beside what they said. */
export type DoubleReply = { outgoing: Outgoing; answered: Message[] };

export const doubleReplyStore = makeStore<DoubleReply | null>(null);

export const stopDoubleReply = (outgoing: Outgoing, answered: Message[]): void => doubleReplyStore.set({ outgoing, answered });
export const endDoubleReply = (): void => doubleReplyStore.set(null);
