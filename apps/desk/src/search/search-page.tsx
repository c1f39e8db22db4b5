import { CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAdminWords } from '../admin/admin-words.ts';
import forms from '../admin/forms.module.css';
import { useListKeys } from '../admin/list-keys.ts';
import { useSettled } from '../admin/use-settled.ts';
import { isComposing } from '../keys/match-keys.ts';
import { Empty } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { BuildNote } from './build-note.tsx';
import { Filters } from './filters.tsx';
import { Results } from './results.tsx';
import css from './search-page.module.css';
import { type Group, groups, type SearchParams, searchParams } from './search-params.ts';

const NO_FILTERS = {
  only: undefined,
  period: undefined,
  from: undefined,
  to: undefined,
  channel: undefined,
  inbox: undefined,
  agent: undefined,
  spam: undefined,
};

/** One box for conversations, customers and articles. What is asked lives in the address. */
export function SearchPage() {
  const t = useAdminWords();
  const search = useSearch({ from: '/signed-in/search' });
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(search.q ?? '');
  const [composing, setComposing] = useState(false);
  const settled = useSettled(typed.trim(), 180);
  const change = (wish: Partial<SearchParams>) =>
    void navigate({ to: '/search', search: (now) => searchParams({ ...now, ...wish }), replace: true });
  const changeRef = useRef(change);
  useEffect(() => {
    changeRef.current = change;
  });
  // The address follows the field, and the field an address that came from elsewhere (the palette, back and forth).
  const told = useRef(search.q ?? '');
  useEffect(() => {
    if (composing || settled === told.current) return;
    told.current = settled;
    changeRef.current({ q: settled || undefined });
  }, [settled, composing]);
  useEffect(() => {
    const asked = search.q ?? '';
    if (asked === told.current) return;
    told.current = asked;
    setTyped(asked);
  }, [search.q]);
  useEffect(() => field.current?.focus(), []);
  useListKeys({ list: listRef, search: field });
  return (
    <Page title={t('search.title')} width={1240} actions={<BuildNote />}>
      <div className={forms.forms}>
        <search className={css.bar}>
          <TextInput
            ref={field}
            className={css.field}
            size="md"
            type="search"
            aria-label={t('search.label')}
            placeholder={t('search.placeholder')}
            leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
            rightSection={typed ? <CloseButton aria-label={t('list.clear_search')} onClick={() => setTyped('')} /> : undefined}
            maxLength={200}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
              if (event.key === 'Escape') setTyped('');
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              listRef.current?.querySelector<HTMLElement>('[data-row]')?.focus();
            }}
          />
          <Filters search={search} onChange={change} onClear={() => change(NO_FILTERS)} />
        </search>
        {search.q && (
          <SegmentedControl
            className={css.groups}
            aria-label={t('search.groups')}
            data={['all' as const, ...groups].map((one) => ({ value: one, label: t(`search.${one}`) }))}
            value={search.only ?? 'all'}
            onChange={(only) => change({ only: only === 'all' ? undefined : (only as Group) })}
          />
        )}
        {search.q ? (
          <Results search={search} listRef={listRef} onOnly={(only) => change({ only })} onClear={() => change(NO_FILTERS)} />
        ) : (
          <Empty icon={IconSearch} title={t('search.begin')} text={t('search.begin_text')}>
            <ul className={css.examples}>
              {(['forms', 'exact', 'without', 'number', 'phone'] as const).map((one) => (
                <li key={one}>
                  <code>{t(`search.example.${one}`)}</code>
                  <span>{t(`search.example.${one}_text`)}</span>
                </li>
              ))}
            </ul>
          </Empty>
        )}
      </div>
    </Page>
  );
}
