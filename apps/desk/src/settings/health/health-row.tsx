import type { InboxHealth } from '@madoguchi/contract/channels.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { lookOf } from '../../channels/channels.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Ago } from '../../ui/time-text.tsx';
import css from './health.module.css';
import { accountOf, otherNotes } from './health.rules.ts';
import { PayloadsDrawer } from './payloads-drawer.tsx';
import { Problem } from './problem.tsx';
import { QuotaMeter } from './quota-meter.tsx';
import { StateMark } from './state-mark.tsx';
import { CertificateEnd, TokenEnd } from './token-end.tsx';

/** One inbox: how it is, what is wrong with it and the way out, and the figures of a day. */
export function HealthRow({ health }: { health: InboxHealth }) {
  const t = useAdminWords();
  const words = useChannelWords();
  const [looking, setLooking] = useState(false);
  const { inbox, state, unparsed, queued } = health;
  const { icon: Icon } = lookOf(inbox.channel);
  return (
    <li className={css.row} data-state={state}>
      <div className={css.head}>
        <span className={css.icon}>
          <Icon size={20} stroke={1.6} aria-hidden />
        </span>
        <span className={css.words}>
          <Link to="/settings/$" params={{ _splat: `inboxes/${inbox.id}` }} className={css.name}>
            {inbox.name}
          </Link>
          <span className={css.channel}>
            {[words.ready && words.name(inbox.channel), accountOf(health.notes)].filter(Boolean).join(' · ') || '\u00a0'}
          </span>
        </span>
        <StateMark state={state} />
      </div>
      {state === 'failing' && (
        <Problem health={health}>
          <LinkButton variant="default" to="/settings/$" params={{ _splat: `inboxes/${inbox.id}` }}>
            {t('health.open_settings')}
          </LinkButton>
        </Problem>
      )}
      {state === 'paused' && (
        <p className={css.paused}>
          {health.pausedBy ? t('health.paused_by', { name: health.pausedBy }) : t('health.paused')}
          {health.pausedAt && (
            <>
              {' · '}
              <Ago at={health.pausedAt} />
            </>
          )}
        </p>
      )}
      <dl className={css.figures}>
        <Moment word={t('health.last_in')} at={health.lastInAt} />
        <Moment word={t('health.last_out')} at={health.lastOutAt} />
        <Moment word={t('health.last_proof')} at={health.lastProofAt} />
        {health.oldestUnreadAt && <Moment word={t('health.oldest_unread')} at={health.oldestUnreadAt} />}
        <Figure word={t('health.received')} count={health.received} />
        <Figure word={t('health.sent')} count={health.sent} />
        <Figure word={t('health.failed')} count={health.failed} bad={health.failed > 0} />
        {queued > 0 && <Figure word={t('health.queued')} count={queued} />}
        {otherNotes(health.notes).map(([name, value]) => (
          <div key={name}>
            <dt>{words.note(name)}</dt>
            <dd>{words.noted(name, value)}</dd>
          </div>
        ))}
      </dl>
      <QuotaMeter notes={health.notes} />
      <TokenEnd at={health.tokenExpiresAt} inboxId={inbox.id} />
      <CertificateEnd at={health.certificateEndsAt} />
      {unparsed > 0 && (
        <button type="button" className={css.unparsed} onClick={() => setLooking(true)}>
          {t('health.unparsed', { count: unparsed })}
        </button>
      )}
      {looking && <PayloadsDrawer inbox={inbox} onClose={() => setLooking(false)} />}
    </li>
  );
}

function Moment({ word, at }: { word: string; at: string | null }) {
  const t = useAdminWords();
  return (
    <div>
      <dt>{word}</dt>
      <dd data-none={at === null || undefined}>{at ? <Ago at={at} /> : t('health.never')}</dd>
    </div>
  );
}

function Figure({ word, count, bad }: { word: string; count: number; bad?: boolean }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd data-bad={bad || undefined} data-none={count === 0 || undefined}>
        {count.toLocaleString()}
      </dd>
    </div>
  );
}
