import type { BotStep } from '@madoguchi/contract/messages.ts';
import { IconHelpCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords, type WordKey } from '../../app/locale.tsx';
import { LazyPopover } from '../../ui/lazy-popover.tsx';
import css from './bot-reason.module.css';
import { botWhy, botWording } from './bot-why.ts';

const decisions: Record<BotStep['decision'], WordKey> = {
  answer: 'bot.answer',
  clarify: 'bot.clarify',
  handoff: 'bot.handoff',
  not_found: 'bot.not_found',
  resolve: 'bot.resolve',
  flow: 'bot.flow',
};

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;

/** How sure the bot was, and on request why it did what it did: the question it looked for and the candidates with their scores. */
export function BotReason({ step }: { step: BotStep }) {
  const t = useWords();
  // How sure it was of an answer it did not give would only puzzle.
  const saysHowSure = step.decision === 'answer' || step.decision === 'clarify';
  const best = Math.max(...step.candidates.map((candidate) => candidate.score), 0);
  return (
    <LazyPopover
      width={340}
      position="bottom-end"
      trapFocus
      dropdown={{ className: css.reason }}
      target={
        <button type="button" className={css.open}>
          {saysHowSure && step.confidence !== null && t('bot.confidence', { percent: percent(step.confidence) })}
          <IconHelpCircle size={14} stroke={1.8} aria-hidden />
          {t('bot.why')}
        </button>
      }
    >
      <dl className={css.facts}>
        <dt>{t('bot.query')}</dt>
        <dd>{step.query}</dd>
        <dt>{t('bot.decision')}</dt>
        <dd>
          {t(decisions[step.decision])}
          <span className={css.why}>{botWhy(t, step)}</span>
        </dd>
        {step.composed && (
          <>
            <dt>{t('bot.composed')}</dt>
            <dd>{botWording(t, step.composed).join(' · ')}</dd>
          </>
        )}
      </dl>
      {step.candidates.length > 0 && (
        <>
          <h4 className={css.title}>{t('bot.candidates')}</h4>
          <ol className={css.candidates}>
            {step.candidates.map((candidate) => (
              <li key={candidate.articleId}>
                <Link to="/knowledge/$articleId" params={{ articleId: candidate.articleId }}>
                  {candidate.title}
                </Link>
                <span className={css.score}>{candidate.score.toFixed(2)}</span>
                <span className={css.bar} aria-hidden>
                  <i style={{ width: percent(best > 0 ? candidate.score / best : 0) }} />
                </span>
                {candidate.preferred && <span className={css.preferred}>{t('bot.preferred')}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </LazyPopover>
  );
}
