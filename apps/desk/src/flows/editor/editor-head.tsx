import { Button, Tooltip } from '@mantine/core';
import { IconChartFunnel, IconPlayerPlay } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { usePhone } from '../../admin/use-phone.ts';
import { chord } from '../../admin/use-save-key.ts';
import { tell } from '../../ui/tell.tsx';
import { FlowStatusBadge } from '../flow-status-badge.tsx';
import { BackToFlows } from './back-to-flows.tsx';
import css from './editor-view.module.css';
import type { Pane } from './editor-view.tsx';
import { MoreMenu } from './more-menu.tsx';
import type { FlowEditor } from './use-flow-editor.ts';

type Props = {
  editor: FlowEditor;
  mayWrite: boolean;
  pane: Pane;
  onPane: (pane: Pane) => void;
  figures: boolean;
  onFigures: () => void;
};

/** The flow's name and state, and what can be done to it. One primary button: publish. */
export function EditorHead({ editor, mayWrite, pane, onPane, figures, onFigures }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  const { flow, plan, dirty, busy } = editor;
  const waits = dirty || flow.status !== 'published' || flow.publishedVersion !== flow.version;
  const publish = async () => {
    if (await editor.publish()) tell(t('flows.told_published'));
  };
  const tools = (
    <>
      <Tooltip label={t('flows.figures_help')}>
        <Button
          variant={figures ? 'light' : 'default'}
          aria-pressed={figures}
          leftSection={<IconChartFunnel size={16} stroke={1.6} />}
          onClick={onFigures}
        >
          {t('flows.figures')}
        </Button>
      </Tooltip>
      {mayWrite && (
        <Button
          variant={pane === 'test' ? 'light' : 'default'}
          aria-pressed={pane === 'test'}
          leftSection={<IconPlayerPlay size={16} stroke={1.6} />}
          onClick={() => onPane('test')}
        >
          {t('flows.test')}
        </Button>
      )}
    </>
  );
  const saves = mayWrite && (
    <>
      <Button variant="default" disabled={!dirty} loading={busy === 'save'} onClick={() => void editor.save()} title={chord('S')}>
        {t('flows.save')}
      </Button>
      <Button disabled={!waits} loading={busy === 'publish'} onClick={() => void publish()}>
        {t('flows.publish')}
      </Button>
    </>
  );
  return (
    <>
      <header className={css.head}>
        <BackToFlows />
        <h1 className={css.title}>
          <span className={css.name}>{plan.name.trim() || t('flows.untitled')}</span>
          <FlowStatusBadge {...flow} />
        </h1>
        {!phone && tools}
        <span className={css.state} aria-live="polite">
          {mayWrite && (busy ? t('flows.saving') : dirty ? t('flows.unsaved') : t('flows.saved'))}
        </span>
        <MoreMenu editor={editor} mayWrite={mayWrite} onVersions={() => onPane('versions')} />
        {!phone && saves}
      </header>
      {phone && (
        <div className={css.second}>
          {tools}
          {saves}
        </div>
      )}
    </>
  );
}
