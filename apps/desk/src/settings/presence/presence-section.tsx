import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../loaded.tsx';
import { routingSettingsQuery, standInsQuery } from '../queues/routing-admin.queries.ts';
import css from './presence.module.css';
import { ReasonsForm } from './reasons-form.tsx';
import { StandIns } from './stand-ins.tsx';

/** Why somebody is not available, how long routing waits, and who stands in for whom. */
export function PresenceSection() {
  const settings = useQuery(routingSettingsQuery);
  const standIns = useQuery(standInsQuery);
  return (
    <div className={css.parts}>
      <Loaded query={standIns} height={120}>
        {({ items }) => <StandIns items={items} />}
      </Loaded>
      <Loaded query={settings} height={360}>
        {(stored) => <ReasonsForm stored={stored} />}
      </Loaded>
    </div>
  );
}
