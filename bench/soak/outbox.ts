import { answersIn } from './marks.ts';

type Taken = { to: string; texts: readonly string[]; key?: string };

export type Sent = {
  /** Messages that reached somebody. */
  shown: number;
  /** Sent again under a key that the platform knew already: shown once all the same. */
  repeatedKeys: number;
};

export type Outbox = {
  /** @returns false for a key that was taken before: nobody is shown anything */
  take: (channel: string, taken: Taken) => boolean;
  of: (channel: string) => Sent;
  /** How often each agent's answer was shown, by `line/seq`. */
  answers: ReadonlyMap<string, number>;
  /** Answers that were shown after a later one of the same line. */
  overtaken: () => string[];
};

/** What the platforms took from us and showed to people. */
export function makeOutbox(): Outbox {
  const byChannel = new Map<string, Sent>();
  const keys = new Set<string>();
  const answers = new Map<string, number>();
  const latest = new Map<string, number>();
  const overtaken: string[] = [];
  const of = (channel: string): Sent => {
    const known = byChannel.get(channel) ?? { shown: 0, repeatedKeys: 0 };
    byChannel.set(channel, known);
    return known;
  };
  return {
    take(channel, { texts, key }) {
      const known = of(channel);
      if (key !== undefined && keys.has(`${channel}:${key}`)) {
        known.repeatedKeys += 1;
        return false;
      }
      if (key !== undefined) keys.add(`${channel}:${key}`);
      known.shown += texts.length;
      for (const { line, seq } of texts.flatMap(answersIn)) {
        const mark = `${line}/${seq}`;
        answers.set(mark, (answers.get(mark) ?? 0) + 1);
        if ((latest.get(line) ?? 0) > seq) overtaken.push(mark);
        latest.set(line, Math.max(latest.get(line) ?? 0, seq));
      }
      return true;
    },
    of,
    answers,
    overtaken: () => [...overtaken],
  };
}
