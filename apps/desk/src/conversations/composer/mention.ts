import type { Mentionable } from '@madoguchi/contract/followers.ts';
import type { Mention } from '@madoguchi/contract/messages.ts';
import type { Draft, Picked } from './draft.ts';

/** An `@name` being typed, up to the caret. */
export type At = { from: number; to: number; query: string };

/** Finds the @ that the caret stands behind, or null: 「@すず」 anywhere, never the one of an e-mail address. */
export function mentionAt(text: string, caret: number): At | null {
  const match = /(^|[^\w.+@＠-])[@＠]([^\s　@＠]{0,20})$/.exec(text.slice(0, caret));
  if (!match) return null;
  return { from: match.index + match[1]!.length, to: caret, query: match[2]! };
}

/** Width, case, spaces and the two kana do not matter. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

export type Candidate = Picked & { unseen: number; members: number | null };

/** Whom the letters behind the @ can mean, by name or by its sound; who begins with them first, people before teams. */
export function candidatesFor({ agents, teams }: Mentionable, query: string, myId: string): Candidate[] {
  const wanted = fold(query);
  const all = [
    ...agents
      .filter(({ id }) => id !== myId)
      .map(({ sees, ...one }) => ({ ...one, kind: 'agent' as const, unseen: sees ? 0 : 1, members: null })),
    ...teams.map((one) => ({ ...one, kind: 'team' as const })),
  ];
  const rank = ({ name, reading }: { name: string; reading: string }) => {
    const [shown, sound] = [fold(name), fold(reading)];
    if (shown.startsWith(wanted) || sound.startsWith(wanted)) return 0;
    return shown.includes(wanted) || sound.includes(wanted) ? 1 : 2;
  };
  return all
    .map((one) => ({ one, place: rank(one) }))
    .filter(({ place }) => place < 2)
    .sort((a, b) => a.place - b.place)
    .map(({ one: { kind, id, name, unseen, members } }) => ({ kind, id, name, unseen, members }));
}

/** Where the names that were picked still stand in the text; a longer name goes before a shorter one that it begins with. */
export function mentionsIn({ text, picked = [] }: Pick<Draft, 'text' | 'picked'>): Mention[] {
  const found: Mention[] = [];
  const known = new Map(picked.map((one) => [one.id, one]));
  for (const { kind, id, name } of [...known.values()].sort((a, b) => b.name.length - a.name.length)) {
    const word = `@${name}`;
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
      const to = from + word.length;
      if (!found.some((other) => from < other.to && other.from < to)) found.push({ kind, id, from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
