import type { Role } from '@madoguchi/contract/agents.ts';
import type { CustomRole } from '@madoguchi/contract/roles.ts';
import { IconChevronRight, IconPlus, IconShieldHalf } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import { Section } from '../../admin/section.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import css from './roles.module.css';

type Props = { builtIn: readonly { role: Role; agents: number }[]; items: readonly CustomRole[] };

/** The company's own roles first: those can be changed. The built-in ones below, to look at. */
export function RoleList({ builtIn, items }: Props) {
  const t = useAdminWords();
  const add = (
    <LinkButton to="/settings/$" params={{ _splat: 'roles/new' }} leftSection={<IconPlus size={16} stroke={2} />}>
      {t('roles.new')}
    </LinkButton>
  );
  return (
    <>
      {items.length === 0 ? (
        <Empty icon={IconShieldHalf} title={t('roles.none_title')} text={t('roles.none_text')}>
          {add}
        </Empty>
      ) : (
        <>
          <ListHead text={t('roles.count', { count: items.length })}>{add}</ListHead>
          <ul className={css.list}>
            {items.map(({ id, name, sees, agents }) => (
              <Row key={id} to={id} name={name} text={t(`roles.sees.${sees}`)} agents={agents} />
            ))}
          </ul>
        </>
      )}
      <Section title={t('roles.built_in')} text={t('roles.built_in_text')}>
        <ul className={css.list}>
          {builtIn.map(({ role, agents }) => (
            <Row key={role} to={role} name={t(`role.${role}`)} text={t(`role_text.${role}`)} agents={agents} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Row({ to, name, text, agents }: { to: string; name: string; text: string; agents: number }) {
  const t = useAdminWords();
  return (
    <li>
      <Link to="/settings/$" params={{ _splat: `roles/${to}` }} className={css.row}>
        <span className={css.words}>
          <span className={css.name}>{name}</span>
          <span className={css.text}>{text}</span>
        </span>
        <span className={css.agents}>{t('roles.agents', { count: agents })}</span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden className={css.chevron} />
      </Link>
    </li>
  );
}
