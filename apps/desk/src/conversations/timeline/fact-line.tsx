import type { BotStep, TimelineFact } from '@madoguchi/contract/messages.ts';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { SurveyLine } from '../../surveys/survey-line.tsx';
import { clockTime, fullTime, shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { SeeChanges } from '../approval/see-changes.tsx';
import { attributesQuery } from '../customer/customer-knowledge.queries.ts';
import type { JoinEnd } from '../joined/join-end.ts';
import { JoinLineEnd } from '../joined/join-line-end.tsx';
import { BotReason } from './bot-reason.tsx';
import css from './fact-line.module.css';
import { factWords } from './fact-words.ts';
import { readableFieldFact } from './field-fact.ts';
import { RuleWhy } from './rule-why.tsx';
import { UndoLink } from './undo-link.tsx';

type Props = { fact: TimelineFact; step: BotStep | null; joinedLine?: string | undefined; joinEnd?: JoinEnd | undefined };

/** A fact as a thin centred line, with the bot's reason where there is one. */
export function FactLine(props: Props) {
  const { fact } = props;
  if (fact.name === 'survey.answered') return <SurveyLine fact={fact} />;
  if (fact.name === 'conversation.field_set') return <FieldLine {...props} />;
  return <PlainLine {...props} />;
}

/** What a field became, in the words of its definition. */
function FieldLine(props: Props) {
  const t = useWords();
  const locale = useLocale();
  const { data } = useQuery(attributesQuery);
  return <PlainLine {...props} fact={readableFieldFact(t, props.fact, data?.items ?? [], locale)} />;
}

function PlainLine({ fact, step, joinedLine, joinEnd }: Props) {
  const t = useWords();
  const reader = useReader();
  const channels = useChannelWords();
  const words = factWords(t, fact, channels.name, (at) => shortTime(at, reader));
  if (!words) return null;
  return (
    <p className={css.line}>
      <span>{words}</span>
      <time dateTime={fact.at} title={fullTime(fact.at, reader)}>
        {clockTime(fact.at, reader)}
      </time>
      {step && <BotReason step={step} />}
      {fact.name === 'reply.approved' && fact.data.changed === true && <SeeChanges messageId={String(fact.data.messageId)} />}
      {fact.name === 'conversation.rule_applied' && <RuleWhy runId={String(fact.data.runId)} />}
      {joinEnd && <JoinLineEnd end={joinEnd} />}
      {joinedLine && <UndoLink threadId={joinedLine} at={fact.at} channel={channels.name(String(fact.data.channel))} />}
    </p>
  );
}

/** What the bot decided without saying or changing anything. */
export function StepLine({ step }: { step: BotStep }) {
  const t = useWords();
  return (
    <p className={css.line}>
      <span>{t('bot.silent')}</span>
      <BotReason step={step} />
    </p>
  );
}
