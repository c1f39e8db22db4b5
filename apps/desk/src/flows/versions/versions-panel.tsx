import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { Flow, listFlowVersions } from '@madoguchi/contract/flows.ts';
import { Button, CloseButton, Skeleton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Failure } from '../../ui/failure.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { versionsQuery } from '../flows.queries.ts';
import css from '../panel/panel.module.css';
import own from './versions.module.css';

export type Version = OutputOf<typeof listFlowVersions>['items'][number];
type Props = { flow: Flow; looking: number | null; onLook: (version: Version) => void; onClose: () => void };

/** Every saved state of the flow, newest first; choosing one shows it in place of the plan. */
export function VersionsPanel({ flow, looking, onLook, onClose }: Props) {
  const t = useAdminWords();
  const { data, error, refetch } = useQuery(versionsQuery(flow.id, flow.version));
  return (
    <section className={css.panel} aria-label={t('flows.versions')}>
      <header className={css.head}>
        <IconHistory size={18} stroke={1.6} aria-hidden />
        <h2 className={css.title}>{t('flows.versions')}</h2>
        <CloseButton size={32} aria-label={t('flows.close')} onClick={onClose} />
      </header>
      <div className={css.body}>
        <p className={css.hint}>{t('flows.versions_text')}</p>
        {error && !data && (
          <Failure error={error}>
            <Button variant="default" onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          </Failure>
        )}
        {!data && !error && <Skeleton height={160} radius="md" />}
        {data && (
          <ol className={own.list}>
            {data.items.map((version) => (
              <li key={version.version}>
                <button
                  type="button"
                  className={own.version}
                  aria-current={looking === version.version ? 'true' : undefined}
                  onClick={() => onLook(version)}
                >
                  <span className={own.name}>
                    {t('flows.version', { version: version.version })}
                    {version.version === flow.version && <span className={own.mark}>{t('flows.version_newest')}</span>}
                    {version.version === flow.publishedVersion && (
                      <span className={own.mark} data-public>
                        {t('flows.version_public')}
                      </span>
                    )}
                  </span>
                  <span className={own.saved}>
                    <Ago at={version.savedAt} /> · {version.savedBy} · {t('flows.steps', { count: version.plan.steps.length })}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
