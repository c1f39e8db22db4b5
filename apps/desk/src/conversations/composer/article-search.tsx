import type { ArticleHit } from '@madoguchi/contract/knowledge.ts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { searchArticles } from '../../app/api.ts';
import { call } from '../../app/client.ts';
import { useWords } from '../../app/locale.tsx';
import { isComposing } from '../../keys/match-keys.ts';
import { Failure } from '../../ui/failure.tsx';
import { Markdown } from '../../ui/markdown-view.tsx';
import css from './article-search.module.css';

type Props = { opened: boolean; onClose: () => void; question: string; onInsert: (hit: ArticleHit) => void };

/** Finds published answers, the house's own too, shows the whole of the chosen one, and puts it into the reply. Begins with what the customer asked. */
export function ArticleSearch({ opened, onClose, question, onInsert }: Props) {
  const t = useWords();
  return (
    <Modal.Root opened={opened} onClose={onClose} size={760} yOffset="10vh">
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('article_search.title')}>
        <Finder question={question} onInsert={onInsert} />
      </Modal.Content>
    </Modal.Root>
  );
}

const isTouch = ({ nativeEvent }: MouseEvent) => nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';

function Finder({ question, onInsert }: Pick<Props, 'question' | 'onInsert'>) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [wanted] = useDebouncedValue(typed.trim() || question, 200);
  const found = useQuery({
    queryKey: ['article-search', wanted],
    queryFn: ({ signal }) => call(searchArticles, { query: { q: wanted.slice(0, 300), limit: 8 } }, { signal }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const hits = found.data?.hits ?? [];
  const chosen = hits[Math.min(active, hits.length - 1)];
  /** What only the house may know is opened, never put into a reply by a key that was pressed too soon. */
  const take = (hit: ArticleHit) => (hit.audience === 'internal' ? window.open(hit.url, '_blank', 'noopener') : onInsert(hit));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || hits.length === 0) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % hits.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + hits.length) % hits.length);
    else if (event.key === 'Enter' && chosen) take(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.finder}>
      <TextInput
        data-autofocus
        size="lg"
        variant="unstyled"
        className={css.field}
        leftSection={<IconSearch size={20} stroke={1.6} aria-hidden />}
        placeholder={t('article_search.placeholder')}
        aria-label={t('article_search.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={css.body}>
        {found.isError && !found.data ? (
          <Failure error={found.error} />
        ) : (
          <>
            <div className={css.hits} role="listbox" aria-label={t('article_search.title')} aria-busy={found.isFetching}>
              {!typed.trim() && hits.length > 0 && <p className={css.hint}>{t('article_search.suggested')}</p>}
              {hits.map((hit, index) => (
                <div
                  key={hit.articleId}
                  role="option"
                  tabIndex={-1}
                  aria-selected={hit === chosen}
                  className={css.hit}
                  // A finger cannot hover: its first tap shows the answer, the second takes it.
                  onClick={(event) => (hit === chosen || !isTouch(event) ? take(hit) : setActive(index))}
                  onKeyDown={onKeyDown}
                  onPointerMove={(event) => event.pointerType === 'mouse' && index !== active && setActive(index)}
                >
                  {hit.question}
                  {hit.audience === 'internal' && <span className={css.internal}>{t('article_search.internal')}</span>}
                </div>
              ))}
              {found.data && hits.length === 0 && <p className={css.hint}>{t('article_search.nothing')}</p>}
            </div>
            {chosen && (
              <div className={css.preview}>
                <h3>{chosen.question}</h3>
                <Markdown source={chosen.answer} />
                {chosen.audience === 'internal' && <p className={css.notice}>{t('article_search.internal_hint')}</p>}
                <Button variant="default" className={css.insert} onClick={() => take(chosen)}>
                  {t(chosen.audience === 'internal' ? 'article_search.open' : 'article_search.insert')}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      <footer className={css.foot}>
        <kbd>↑↓</kbd> {t('article_search.move')} <kbd>↵</kbd>{' '}
        {t(chosen?.audience === 'internal' ? 'article_search.open' : 'article_search.insert')} <kbd>Esc</kbd> {t('action.close')}
      </footer>
    </div>
  );
}
