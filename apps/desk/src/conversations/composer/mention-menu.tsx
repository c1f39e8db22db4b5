import { IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useWords } from '../../app/locale.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import css from './canned-menu.module.css';
import type { Candidate } from './mention.ts';
import own from './mention-menu.module.css';

type Props = { items: readonly Candidate[]; active: number; onHover: (index: number) => void; onChoose: (one: Candidate) => void };

/** Whom the letters behind the @ can mean. Keys stay with the text field; mouse and finger work too. */
export function MentionMenu({ items, active, onHover, onChoose }: Props) {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={css.menu} ref={list} role="listbox" aria-label={t('mention.pick')}>
      {items.map((item, index) => (
        <div
          key={item.id}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={`${css.item} ${own.item}`}
          onPointerMove={() => index !== active && onHover(index)}
          // Not click: the field must not lose the caret.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(item);
          }}
        >
          {item.kind === 'agent' ? (
            <Avatar name={item.name} id={item.id} size={24} />
          ) : (
            <IconUsersGroup size={20} stroke={1.6} aria-hidden className={own.team} />
          )}
          <span className={own.name}>{item.name}</span>
          <span className={own.hint} data-blind={item.unseen > 0 || undefined}>
            {item.kind === 'agent' && item.unseen > 0 && t('mention.cannot_see')}
            {item.kind === 'team' &&
              (item.unseen > 0 ? t('mention.some_cannot_see', { count: item.unseen }) : t('mention.team', { count: item.members ?? 0 }))}
          </span>
        </div>
      ))}
      {items.length === 0 && <p className={css.none}>{t('mention.nobody')}</p>}
    </div>
  );
}

/** Who of those named will hear nothing of it. */
export function MentionWarning({ blind }: { blind: readonly Candidate[] }) {
  const t = useWords();
  if (blind.length === 0) return null;
  return (
    <div className={own.warning} role="alert">
      {blind.map(({ id, kind, name, unseen }) => (
        <p key={id}>{kind === 'agent' ? t('mention.warn_agent', { name }) : t('mention.warn_team', { name, count: unseen })}</p>
      ))}
    </div>
  );
}
