import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useFailing } from '../channels/use-failing.ts';
import { Bell } from '../notifications/bell.tsx';
import { AvatarMenu } from './avatar-menu.tsx';
import { useWords } from './locale.tsx';
import { useCan, useMe } from './me.ts';
import { myChecksQuery } from './my-checks.ts';
import { hasPlace, type Place, placeOf, places } from './places.ts';
import css from './rail.module.css';

function PlaceLink({ place, current }: { place: Place; current: boolean }) {
  const t = useWords();
  const Icon = place.icon;
  const due = useMyChecks(place.to === '/knowledge');
  const checks = due > 0 ? t('rail.my_checks', { count: due }) : null;
  const failing = useFailing(place.to === '/settings/$') > 0 ? t('rail.failing') : null;
  return (
    <Link
      data-tip={`${[t(place.word), checks, failing].filter(Boolean).join(' · ')}  G ${place.key.toUpperCase()}`}
      data-tip-side="right"
      to={place.to}
      {...(place.to === '/settings/$' ? { params: { _splat: '' } } : {})}
      className={css.place}
      aria-label={[t(place.word), checks, failing].filter(Boolean).join(', ')}
      data-alarm={failing ? '' : undefined}
      activeOptions={{ exact: true }}
      data-current={current || undefined}
    >
      <Icon size={22} stroke={1.6} aria-hidden />
      {checks && (
        <span className={css.count} aria-hidden>
          {due > 99 ? '99+' : due}
        </span>
      )}
      <span className={css.label}>{t(place.word)}</span>
    </Link>
  );
}

/** How many articles wait for this agent's check. */
function useMyChecks(wanted: boolean): number {
  const mayRead = useCan('knowledge.read');
  const { data } = useQuery({ ...myChecksQuery, enabled: wanted && mayRead });
  return wanted && data ? data.due : 0;
}

/** The places of the desk: a column on the left, a bar at the bottom of a phone. */
export function Rail() {
  const t = useWords();
  const { permissions } = useMe();
  const shown = places.filter((place) => hasPlace(place, permissions));
  const here = placeOf(useLocation({ select: (location) => location.pathname }));
  return (
    <nav className={css.rail} aria-label={t('rail.label')}>
      <div className={css.places}>
        {shown.map((place) => (
          <PlaceLink key={place.to} place={place} current={place.to === here} />
        ))}
      </div>
      <div className={css.own}>
        <Bell />
        <AvatarMenu />
      </div>
    </nav>
  );
}
