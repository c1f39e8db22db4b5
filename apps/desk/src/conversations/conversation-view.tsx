import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { useCallback, useRef } from 'react';
import { useMe } from '../app/me.ts';
import { ActivityLine } from './activity-line.tsx';
import { ReturnedBanner } from './approval/returned-banner.tsx';
import { BesideBar } from './beside-bar.tsx';
import { Composer } from './composer/composer.tsx';
import { DoubleReplyDialog } from './composer/double-reply-dialog.tsx';
import { seenForSend } from './composer/seen-for-send.ts';
import css from './conversation-pane.module.css';
import { IncompletePart } from './fields/incomplete-part.tsx';
import { ConversationHeader } from './header/conversation-header.tsx';
import { AlikeBanner } from './joined/alike-banner.tsx';
import { WentOnBanner } from './joined/went-on-banner.tsx';
import { ProcedurePart } from './procedure/procedure-part.tsx';
import { ChildrenBanner } from './related/children-banner.tsx';
import { SpamBanner } from './spam/spam-banner.tsx';
import { TakenOverBanner } from './take-over/taken-over-banner.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { WatchBar } from './whispers/watch-bar.tsx';
import { WhisperStrip } from './whispers/whisper-strip.tsx';

/** Header, timeline, who is writing, and the composer. */
export function ConversationView({ detail }: { detail: ConversationDetail }) {
  const { id } = detail.conversation;
  const { agent, permissions } = useMe();
  const myId = agent.id;
  const mayWrite = permissions.includes('conversation.reply') || permissions.includes('conversation.note');
  // The last message that was really on this screen: what a send is held to have seen.
  const onScreen = useRef(0);
  const sawUpTo = useCallback((seq: number) => {
    onScreen.current = Math.max(onScreen.current, seq);
  }, []);
  const lastQuestion = detail.messages.findLast((message) => message.author.kind === 'customer' && message.text.trim() !== '')?.text ?? '';
  return (
    <article className={css.view} aria-label={detail.conversation.subject}>
      <ConversationHeader conversation={detail.conversation} />
      <WatchBar conversation={detail.conversation} />
      {detail.conversation.spam && <SpamBanner conversation={detail.conversation} spam={detail.conversation.spam} />}
      {detail.wentOn ? <WentOnBanner wentOn={detail.wentOn} /> : !detail.conversation.spam && <AlikeBanner conversationId={id} />}
      <BesideBar conversation={detail.conversation} messages={detail.messages} />
      <ChildrenBanner conversation={detail.conversation} />
      {!detail.conversation.spam && !detail.wentOn && <ProcedurePart conversation={detail.conversation} />}
      <Timeline detail={detail} sawUpTo={sawUpTo} />
      <ActivityLine conversationId={id} />
      <ReturnedBanner detail={detail} />
      <TakenOverBanner detail={detail} />
      <WhisperStrip conversation={detail.conversation} />
      {mayWrite && !detail.conversation.spam && !detail.wentOn && (
        <Composer
          conversation={detail.conversation}
          lastQuestion={lastQuestion}
          seenSeq={() => seenForSend(detail.messages, onScreen.current, myId)}
        />
      )}
      <IncompletePart conversation={detail.conversation} />
      <DoubleReplyDialog conversationId={id} sawUpTo={sawUpTo} />
    </article>
  );
}
