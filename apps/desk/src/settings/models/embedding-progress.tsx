import type { embeddingState } from '@madoguchi/contract/embeddings.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { Alert, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Ago } from '../../ui/time-text.tsx';
import { Loaded } from '../loaded.tsx';
import { embeddingStateQuery, localModelQuery } from '../settings.queries.ts';
import { shareOf } from './embedding-values.ts';
import { failureWords } from './failure-words.ts';
import css from './models-section.module.css';

type State = OutputOf<typeof embeddingState>;

/** How far the articles are embedded, what answers meanwhile, and what went wrong last. */
export function EmbeddingProgress({ isLocal }: { isLocal: boolean }) {
  const query = useQuery(embeddingStateQuery);
  const { data: local } = useQuery({ ...localModelQuery, enabled: isLocal });
  // What is wrong with the folder stands beside the model, with the way out; nothing goes on until then.
  if (isLocal && local?.failure) return null;
  return (
    <Loaded query={query} height={72}>
      {(state) => (
        <div className={css.state} role="status">
          <Figures state={state} isLocal={isLocal} />
          {state.failure && <Trouble state={state} failure={state.failure} isLocal={isLocal} />}
        </div>
      )}
    </Loaded>
  );
}

function Figures({ state: { articles, inUse, next }, isLocal }: { state: State; isLocal: boolean }) {
  const t = useAdminWords();
  const set = next ?? inUse;
  const done = set?.articles ?? 0;
  const isReady = inUse !== null && next === null && done >= articles;
  const meanwhile = !inUse
    ? t('embed.meanwhile_words')
    : next
      ? t(isLocal ? 'embed.meanwhile_local' : 'embed.meanwhile_old', { model: inUse.model })
      : t('embed.meanwhile_rest');
  return (
    <>
      <p className={css.stateLine}>
        {isReady && <IconCircleCheck size={18} stroke={1.8} className={css.ready} aria-hidden />}
        {articles === 0 ? t('embed.no_articles') : t(isReady ? 'embed.ready' : 'embed.making', { done, count: articles })}
      </p>
      {!isReady && articles > 0 && <Progress value={shareOf(done, articles)} size="sm" aria-label={t('embed.progress')} />}
      {set && (
        <p className={css.figures}>
          {[set.model, set.width !== null && t('embed.width', { width: set.width })].filter(Boolean).join(' · ')}
        </p>
      )}
      {!isReady && articles > 0 && <p className={css.figures}>{meanwhile}</p>}
    </>
  );
}

type TroubleProps = { state: State; failure: NonNullable<State['failure']>; isLocal: boolean };

function Trouble({ state, failure, isLocal }: TroubleProps) {
  const t = useAdminWords();
  return (
    <Alert color="warning" icon={<IconAlertTriangle />} title={t(isLocal ? 'embed.trouble_local' : 'embed.trouble')}>
      <p className={css.said}>{t(failureWords[failure])}</p>
      <p className={css.figures}>
        {state.failedAt && <Ago at={state.failedAt} />}
        {state.detail && ` · ${state.detail}`}
      </p>
    </Alert>
  );
}
