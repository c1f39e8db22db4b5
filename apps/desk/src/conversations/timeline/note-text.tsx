import type { Mention } from '@madoguchi/contract/messages.ts';
import { useMe } from '../../app/me.ts';
import { PlainText } from '../../ui/markdown-view.tsx';
import css from './note-text.module.css';

/** A note's words, with the names in it as what they are. One's own stands out. */
export function NoteText({ text, mentions }: { text: string; mentions: readonly Mention[] }) {
  const myId = useMe().agent.id;
  const parts = mentions.map(({ id, from, to }, index) => (
    <span key={from}>
      <PlainText text={text.slice(mentions[index - 1]?.to ?? 0, from)} />
      <span className={css.mention} data-mine={id === myId || undefined}>
        {text.slice(from, to)}
      </span>
    </span>
  ));
  return (
    <>
      {parts}
      <PlainText text={text.slice(mentions.at(-1)?.to ?? 0)} />
    </>
  );
}
