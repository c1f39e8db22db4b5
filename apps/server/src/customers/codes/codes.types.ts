import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Subjects } from '../../platform/event-log/fact.ts';

/** Who is asked to prove an address, and on which outside line: a code counts there and nowhere else. */
export type Asking = Readonly<{ customerId: string; threadId: string; locale: 'ja' | 'en'; subjects: Subjects }>;

/** What a code can be sent to, and proves. */
export type ProofKind = 'email' | 'phone';
export type ProofAddress = Readonly<{ kind: ProofKind; value: string }>;
/** By which of them a code can be sent at all, as things stand. */
export type CodeWays = Readonly<Record<ProofKind, boolean>>;

/** `limited`: too many were sent to this address or asked for by this visitor. The same whether or not anybody knows the address. */
export type CodeSent = 'sent' | 'limited';
/** `left`: tries after a wrong one. `gone`: used up, expired, replaced by a newer one, or never sent. */
export type CodeChecked = { outcome: 'right' } | { outcome: 'wrong'; left: number } | { outcome: 'gone' };

/** Codes that prove who reads an address. */
export type OneTimeCodes = Readonly<{
  ways: (ctx: Ctx, tx: Tx) => Promise<CodeWays>;
  send: (ctx: Ctx, tx: Tx, asking: Asking, to: ProofAddress) => Promise<CodeSent>;
  /** A right code proves the address on this line. */
  check: (ctx: Ctx, tx: Tx, asking: Asking, of: ProofAddress, code: string) => Promise<CodeChecked>;
}>;

/** A text message that carries a code. `to`: the number in the form of identities. What it is about is told if it cannot be delivered. */
export type CodeText = Readonly<{ codeId: string; to: string; text: string; customerId: string; subjects: Subjects }>;

/** Text messages with codes on their way, by whatever of the workspace can send such: put down in the transaction of the code, sent by a job. */
export type CodeTexts = Readonly<{
  available: (ctx: Ctx, tx: Tx) => Promise<boolean>;
  queue: (ctx: Ctx, tx: Tx, text: CodeText) => Promise<void>;
}>;
