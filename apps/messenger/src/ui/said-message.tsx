import type { Row } from '../state/merge.ts';
import { clock } from '../text/dates.ts';
import { Blocks } from './blocks.tsx';
import { Body } from './body.tsx';
import type { Screen } from './screen.ts';

/** `live`: its buttons can still be pressed. `chosen`: the label of the one that was. `isLastOwn`: the customer's newest, it shows whether it was read. */
export type SaidProps = Screen & { row: Extract<Row, { kind: 'said' }>; live: boolean; chosen: string | null; isLastOwn: boolean };

/** A message the server knows. */
export function SaidMessage(props: SaidProps) {
  const { row, isLastOwn, state, locale, t } = props;
  const { said, first, last } = row;
  const { author, conversation, seq, text } = said;
  const { kind } = author;
  if (kind === 'system') return text ? <p class="line fine">{text}</p> : null;
  const isOwn = kind === 'customer';
  const isSeen = state.conversation?.number !== conversation || state.conversation.agentSeenSeq >= seq;
  return (
    <article class={`message is-${kind}${first ? ' is-first' : ''}`} data-id={said.id}>
      <p class={isOwn || !first ? 'unseen' : 'author fine'}>{isOwn ? t('you') : kind === 'bot' ? t('bot') : author.name}</p>
      <Body {...props} {...said} />
      <Blocks {...props} />
      {(last || isLastOwn) && (
        <p class="under fine">
          {clock(new Date(said.at), locale)}
          {isLastOwn && ` · ${t(isSeen ? 'seen' : 'sent')}`}
        </p>
      )}
    </article>
  );
}
