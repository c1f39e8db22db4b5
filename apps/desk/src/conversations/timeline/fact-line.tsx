import type { BotStep, TimelineFact } from '@madoguchi/contract/messages.ts';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { clockTime, fullTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import { BotReason } from './bot-reason.tsx';
import css from './fact-line.module.css';
import { factWords } from './fact-words.ts';

/** A fact as a thin centred line, with the bot's reason where there is one. */
export function FactLine({ fact, step }: { fact: TimelineFact; step: BotStep | null }) {
  const t = useWords();
  const reader = useReader();
  const channels = useChannelWords();
  const words = factWords(t, fact, channels.name);
  if (!words) return null;
  return (
    <p className={css.line}>
      <span>{words}</span>
      <time dateTime={fact.at} title={fullTime(fact.at, reader)}>
        {clockTime(fact.at, reader)}
      </time>
      {step && <BotReason step={step} />}
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
