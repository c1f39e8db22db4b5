import type { InboundCount } from './inbound-counts.ts';
import type { AnswerCount, OutboundCount } from './outbound-counts.ts';
import type { Sender } from './soak.types.ts';

type Counts = {
  senders: readonly Sender[];
  inbound: ReadonlyMap<string, InboundCount>;
  outbound: ReadonlyMap<string, OutboundCount>;
  answers: AnswerCount;
  /** Facts that readers set aside. */
  failures: number;
};

/** Of one message, on LINE. */
const MOST_PARTS = 5;

/**
 * What may not be. A message cut off on a platform without keys may have been shown or not, once: it is an agent's to send again. On
 * platforms with keys as many are shown as were sent.
 */
export function verdictOf({ senders, inbound, outbound, answers, failures }: Counts): string[] {
  const faults: string[] = [];
  const must = (isSo: boolean, fault: string) => void (isSo || faults.push(fault));
  for (const [channel, { lost, doubled, outOfOrder, misplaced }] of inbound) {
    must(lost === 0, `${channel}: ${lost} lost`);
    must(doubled === 0, `${channel}: ${doubled} doubled`);
    must(outOfOrder === 0, `${channel}: ${outOfOrder} out of order`);
    must(misplaced === 0, `${channel}: ${misplaced} in the wrong conversation`);
  }
  for (const { channel, idempotent } of senders) {
    const out = outbound.get(channel);
    if (!out) continue;
    const unsure = (idempotent ? 0 : out.interrupted) + out.unnamed * (MOST_PARTS - 1);
    must(out.shown >= out.sent, `${channel}: ${out.sent - out.shown} of ours lost`);
    must(out.shown <= out.sent + unsure, `${channel}: ${out.shown - out.sent - unsure} of ours doubled`);
    must(!idempotent || out.interrupted === 0, `${channel}: ${out.interrupted} left interrupted`);
    must(out.failed === 0, `${channel}: ${out.failed} failed`);
  }
  must(answers.lost.length === 0, `answers lost: ${answers.lost.slice(0, 10)}`);
  must(answers.doubled.length === 0, `answers doubled: ${answers.doubled.slice(0, 10)}`);
  must(answers.overtaken.length === 0, `answers out of order: ${answers.overtaken.slice(0, 10)}`);
  must(failures === 0, `${failures} facts set aside`);
  return faults;
}
