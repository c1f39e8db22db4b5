import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../loaded.tsx';
import { profilesQuery, skillsQuery } from '../queues/routing-admin.queries.ts';
import { ProfileList } from './profile-list.tsx';
import { SkillList } from './skill-list.tsx';
import css from './skills.module.css';

/** What can be asked for, and what each agent can do and take. */
export function SkillsSection() {
  const skills = useQuery(skillsQuery);
  const profiles = useQuery(profilesQuery);
  return (
    <div className={css.parts}>
      <Loaded query={skills} height={120}>
        {({ items }) => <SkillList skills={items} />}
      </Loaded>
      <Loaded query={profiles} height={300}>
        {({ items }) => <ProfileList profiles={items} skills={skills.data?.items ?? []} />}
      </Loaded>
    </div>
  );
}
