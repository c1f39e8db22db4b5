import type { Calendar } from '@madoguchi/contract/calendars.ts';
import type { Workspace } from '@madoguchi/contract/workspaces.ts';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { brandsQuery } from '../brands/brands.queries.ts';
import { ListHead } from '../list-head.tsx';
import { inboxesQuery } from '../settings.queries.ts';
import css from './hours-section.module.css';
import { valuesOf } from './hours-values.ts';
import { NewCalendarDialog } from './new-calendar-dialog.tsx';
import { WeekSentence } from './week-sentence.tsx';

export function CalendarList({ workspace, calendars }: { workspace: Workspace; calendars: readonly Calendar[] }) {
  const t = useAdminWords();
  const [creating, { open, close }] = useDisclosure();
  return (
    <>
      <ListHead text={t('hours.calendars', { count: calendars.length + 1 })}>
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={open}>
          {t('hours.new_calendar')}
        </Button>
      </ListHead>
      <ul className={css.calendars}>
        <Row place="default" name={t('hours.default_name')} uses={t('hours.default_for')}>
          <Week hours={workspace.businessHours} timezone={workspace.timezone} />
        </Row>
        {calendars.map((calendar) => (
          <Row key={calendar.id} place={calendar.id} name={calendar.name} uses={<Uses uses={calendar.uses} />}>
            <Week hours={calendar.hours} timezone={calendar.timezone ?? workspace.timezone} />
          </Row>
        ))}
      </ul>
      {creating && <NewCalendarDialog workspace={workspace} onClose={close} />}
    </>
  );
}

function Week({ hours, timezone }: { hours: Calendar['hours']; timezone: string }) {
  const t = useAdminWords();
  return hours === null ? t('hours.always') : <WeekSentence values={valuesOf(hours)} timezone={timezone} />;
}

function Row({ place, name, uses, children }: { place: string; name: string; uses: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Link to="/settings/$" params={{ _splat: `hours/${place}` }} className={css.calendar}>
        <span className={css.calendarWords}>
          <span className={css.calendarName}>{name}</span>
          <span className={css.calendarFacts}>{uses}</span>
          <span className={css.calendarFacts}>{children}</span>
        </span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden className={css.chevron} />
      </Link>
    </li>
  );
}

/** Whom a calendar is for, by name. */
function Uses({ uses }: { uses: Calendar['uses'] }) {
  const t = useAdminWords();
  const inboxes = useQuery(inboxesQuery).data?.items ?? [];
  const brands = useQuery(brandsQuery).data?.items ?? [];
  const names = [
    ...(uses.contracts.length > 0 ? [t('hours.for_contracts', { names: uses.contracts.join(t('list_joint')) })] : []),
    ...inboxes.filter(({ id }) => uses.inboxIds.includes(id)).map(({ name }) => name),
    ...brands.filter(({ id }) => uses.brandIds.includes(id)).map(({ name }) => name),
  ];
  return names.length > 0 ? names.join(' · ') : t('hours.for_nothing');
}
