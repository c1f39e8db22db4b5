import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkButton } from '../../admin/links.tsx';
import css from './automation.module.css';
import { examples } from './examples.ts';

/** Examples to begin with, where there is no rule yet. */
export function ExampleCards() {
  const t = useAdminWords();
  return (
    <>
      <ul className={css.examples}>
        {examples.map(({ key, name, text }) => (
          <li key={key}>
            <Link to="/settings/$" params={{ _splat: `automation/new-${key}` }}>
              <strong>{t(name)}</strong>
              <span>{t(text)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <LinkButton variant="default" to="/settings/$" params={{ _splat: 'automation/new' }}>
        {t('automation.new_empty')}
      </LinkButton>
    </>
  );
}
