import type { ListedFlow } from '@madoguchi/contract/flows.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconCopy, IconDots, IconRotate, IconRouteOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useMe } from '../../app/me.ts';
import { Ago } from '../../ui/time-text.tsx';
import { readDraft } from '../editor/drafts.ts';
import { FlowStatusBadge } from '../flow-status-badge.tsx';
import { type Status, useDuplicateFlow, useSetFlowStatus } from '../flows.mutations.ts';
import { tellTrigger } from '../plan/tell.ts';
import css from './flows-list.module.css';

const icon = { size: 16, stroke: 1.6 };

export function FlowRow({ flow, mayWrite }: { flow: ListedFlow; mayWrite: boolean }) {
  const t = useAdminWords();
  const { agent } = useMe();
  const starts = flow.triggers.map((trigger) => tellTrigger(t, trigger)).join(' · ') || t('flows.trigger_none');
  return (
    <li className={css.item}>
      <Link to="/knowledge/flows/$flowId" params={{ flowId: flow.id }} className={css.row} data-row={flow.id}>
        <span className={css.name}>
          {flow.name}
          {readDraft(agent.id, flow.id) && <span className={css.unsaved}>{t('flows.unsaved')}</span>}
        </span>
        <span className={css.status}>
          <FlowStatusBadge {...flow} />
        </span>
        <span className={css.starts} title={starts}>
          {starts}
        </span>
        <span className={css.steps}>{t('flows.steps', { count: flow.stepCount })}</span>
        <span className={css.started}>
          <span aria-hidden className={css.short}>
            {t('flows.started', { count: flow.startedLast30Days.toLocaleString() })}
          </span>
          <span className={css.long}>{t('flows.started_30', { count: flow.startedLast30Days })}</span>
        </span>
        <span className={css.changed}>
          <Ago at={flow.updatedAt} />
          {flow.updatedBy && ` · ${flow.updatedBy}`}
        </span>
      </Link>
      {mayWrite && <RowMenu flow={flow} />}
    </li>
  );
}

function RowMenu({ flow }: { flow: ListedFlow }) {
  const t = useAdminWords();
  const setStatus = useSetFlowStatus();
  const duplicate = useDuplicateFlow();
  const change = (to: Status) => () => setStatus.mutate({ id: flow.id, from: flow.status, to });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon className={css.menu} variant="subtle" color="gray" size={36} aria-label={t('flows.menu', { name: flow.name })}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicate.mutate(flow.id)}>
          {t('flows.duplicate')}
        </Menu.Item>
        {flow.status === 'published' && (
          <Menu.Item leftSection={<IconRouteOff {...icon} />} onClick={change('draft')}>
            {t('flows.take_back')}
          </Menu.Item>
        )}
        {flow.status === 'archived' ? (
          <Menu.Item leftSection={<IconRotate {...icon} />} onClick={change('draft')}>
            {t('flows.unarchive')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive {...icon} />} onClick={change('archived')}>
            {t('flows.archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
