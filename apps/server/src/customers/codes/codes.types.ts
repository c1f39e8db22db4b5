import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Subjects } from '../../platform/event-log/fact.ts';

/** Who is asked to prove an address, and on which outside line: a code counts there and nowhere else. */
export type Asking = Readonly<{ customerId: string; threadId: string; locale: 'ja' | 'en'; subjects: Subjects }>;

/** `limited`: too many were sent to this address or asked for by this visitor. The same whether or not anybody knows the address. */
export type CodeSent = 'sent' | 'limited';
/** `left`: tries after a wrong one. `gone`: used up, expired, replaced by a newer one, or never sent. */
export type CodeChecked = { outcome: 'right' } | { outcome: 'wrong'; left: number } | { outcome: 'gone' };

/** Codes by e-mail that prove who reads an address. `available`: mail can be sent at all. */
export type OneTimeCodes = Readonly<{
  available: boolean;
  send: (ctx: Ctx, tx: Tx, asking: Asking, address: string) => Promise<CodeSent>;
  /** A right code proves the address on this line. */
  check: (ctx: Ctx, tx: Tx, asking: Asking, address: string, code: string) => Promise<CodeChecked>;
}>;
