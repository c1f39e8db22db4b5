import type { Profile, Skill } from '@madoguchi/contract/routing.ts';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { agentsQuery } from '../../conversations/conversations.queries.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ProfileDialog } from './profile-dialog.tsx';
import css from './skills.module.css';

const kinds = ['chats', 'messages', 'calls'] as const;

/** Every agent: tier, languages, skills, and how full their hands are now. */
export function ProfileList({ profiles, skills }: { profiles: readonly Profile[]; skills: readonly Skill[] }) {
  const t = useAdminWords();
  const agents = useQuery(agentsQuery);
  const [open, setOpen] = useState<Profile | null>(null);
  const nameOf = (id: string) => agents.data?.items.find((one) => one.id === id)?.name ?? '';
  const skillWords = ({ skills: own }: Profile) => {
    const words = skills.flatMap(({ id, name }) => (own[id] ? [`${name} Lv.${own[id]}`] : []));
    return words.length === 0 ? t('profiles.no_skills') : words.join(t('list_joint'));
  };
  return (
    <Section title={t('profiles.title')}>
      <ul className={css.list}>
        {profiles.map((profile) => {
          const { agentId, tier, languages, capacity, load } = profile;
          return (
            <li key={agentId}>
              <button type="button" className={css.row} onClick={() => setOpen(profile)}>
                <Avatar name={nameOf(agentId)} id={agentId} size={32} />
                <span className={css.who}>
                  <span className={css.name}>
                    {nameOf(agentId)}
                    <span className={css.tier}>{t('queues.tier_of', { tier })}</span>
                  </span>
                  <span className={css.facts}>
                    {languages.map((one) => t(`queues.language.${one}`)).join(t('list_joint'))} · {skillWords(profile)}
                  </span>
                </span>
                <span className={css.loads}>
                  {kinds.map((kind) => (
                    <span key={kind} className={css.load} data-full={load[kind] >= capacity[kind] || undefined}>
                      <small>{t(`profiles.${kind}`)}</small>
                      {t('profiles.load', { at: load[kind], most: capacity[kind] })}
                    </span>
                  ))}
                </span>
                <IconPencil size={16} stroke={1.6} aria-hidden className={css.pencil} />
              </button>
            </li>
          );
        })}
      </ul>
      {open && <ProfileDialog profile={open} name={nameOf(open.agentId)} skills={skills} onClose={() => setOpen(null)} />}
    </Section>
  );
}
