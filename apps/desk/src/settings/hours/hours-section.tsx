import { useQuery } from '@tanstack/react-query';
import { NotFound } from '../../app/not-found.tsx';
import { Loaded } from '../loaded.tsx';
import { workspaceQuery } from '../settings.queries.ts';
import { CalendarDetail } from './calendar-detail.tsx';
import { CalendarList } from './calendar-list.tsx';
import { calendarsQuery } from './calendars.queries.ts';
import { DefaultHours } from './default-hours.tsx';

/** The place of the workspace's own hours among the calendars. */
const DEFAULT = 'default';

/** When people answer: the workspace's own hours, and those of contracts, inboxes and brands beside them. */
export function HoursSection({ rest }: { rest: string | null }) {
  const workspace = useQuery(workspaceQuery);
  const calendars = useQuery(calendarsQuery);
  return (
    <Loaded query={workspace} height={480}>
      {(shop) =>
        rest === DEFAULT ? (
          <DefaultHours workspace={shop} />
        ) : (
          <Loaded query={calendars} height={240}>
            {({ items }) => {
              const calendar = items.find(({ id }) => id === rest);
              if (!rest) return <CalendarList workspace={shop} calendars={items} />;
              return calendar ? <CalendarDetail key={calendar.id} calendar={calendar} workspace={shop} /> : <NotFound />;
            }}
          </Loaded>
        )
      }
    </Loaded>
  );
}
