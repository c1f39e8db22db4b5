import type { CannedResponse } from '@madoguchi/contract/canned-responses.ts';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../../app/locale.tsx';
import css from './canned-menu.module.css';

type Props = {
  items: readonly CannedResponse[];
  /** Those that fit what the customer said last. */
  suggested: ReadonlySet<string>;
  total: number;
  active: number;
  onHover: (index: number) => void;
  onChoose: (item: CannedResponse) => void;
};

/** The canned responses that match what follows the slash. Keys stay with the text field; the mouse works too. */
export function CannedMenu({ items, suggested, total, active, onHover, onChoose }: Props) {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className={css.menu} ref={list} role="listbox" aria-label={t('composer.canned')} id="canned-menu">
      {items.map((item, index) => (
        <div
          key={item.id}
          id={`canned-${item.id}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={css.item}
          onPointerMove={() => index !== active && onHover(index)}
          // Not click: the field must not lose the caret.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(item);
          }}
        >
          <span className={css.head}>
            <span className={css.shortcut}>/{item.shortcut}</span>
            <span className={css.title}>{item.title}</span>
            {suggested.has(item.id) && <span className={css.fits}>{t('canned.fits')}</span>}
          </span>
          <span className={css.text}>{item.text}</span>
        </div>
      ))}
      {items.length === 0 && (
        <p className={css.none}>
          {t(total === 0 ? 'canned.empty' : 'canned.nothing')}{' '}
          {total === 0 && (
            <Link to="/settings/$" params={{ _splat: 'canned' }}>
              {t('canned.make')}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}
