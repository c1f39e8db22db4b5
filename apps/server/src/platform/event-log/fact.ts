/** One thing that happened. Facts are data: whoever writes them does not know who reads them. */
export type Fact<D = unknown> = { name: string; version: number; data: D };

/** What a fact is about; readers find it by these. */
export type Subjects = { inboxId?: string | null; conversationId?: string | null; customerId?: string | null };

/** Makes the facts of one name. Names are past tense and never change; a changed shape is a new version. */
export type FactKind<D> = ((data: D) => Fact<D>) & { factName: string };

/** `fact('conversation.assigned', 1)<{ agentId: string | null }>()` */
export function fact<const N extends string>(name: N, version: number) {
  return <D>(): FactKind<D> & { factName: N } => Object.assign((data: D): Fact<D> => ({ name, version, data }), { factName: name });
}
