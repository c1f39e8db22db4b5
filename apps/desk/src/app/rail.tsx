import { Tooltip } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { AvatarMenu } from './avatar-menu.tsx';
import { useWords } from './locale.tsx';
import { type Place, placeOf, places } from './places.ts';
import css from './rail.module.css';

function PlaceLink({ place, current }: { place: Place; current: boolean }) {
  const t = useWords();
  const Icon = place.icon;
  return (
    <Tooltip label={`${t(place.word)}  G ${place.key.toUpperCase()}`} position="right">
      <Link
        to={place.to}
        {...(place.to === '/settings/$' ? { params: { _splat: '' } } : {})}
        className={css.place}
        aria-label={t(place.word)}
        activeOptions={{ exact: true }}
        data-current={current || undefined}
      >
        <Icon size={22} stroke={1.6} aria-hidden />
        <span className={css.label}>{t(place.word)}</span>
      </Link>
    </Tooltip>
  );
}

/** The places of the desk: a column on the left, a bar at the bottom of a phone. */
export function Rail() {
  const t = useWords();
  const here = placeOf(useLocation({ select: (location) => location.pathname }));
  return (
    <nav className={css.rail} aria-label={t('rail.label')}>
      <div className={css.places}>
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} current={place.to === here} />
        ))}
      </div>
      <AvatarMenu />
    </nav>
  );
}
