import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconArrowsDiff, IconEye, IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { tell, tellWithUndo } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import css from './editor-view.module.css';
import type { Looking } from './editor-view.tsx';
import { useFlow } from './flow-context.ts';
import { type FlowEditor, planOf } from './use-flow-editor.ts';

type Props = { editor: FlowEditor; looking: Looking | null; onLook: (looking: Looking | null) => void; onFaulty: () => void };

/** What has to be known before going on, one thing at a time: the most pressing first. */
export function EditorNotices(props: Props) {
  const notice = noticeOf(props);
  return notice && <div className={css.notices}>{notice}</div>;
}

function noticeOf({ editor, looking, onLook, onFaulty }: Props): ReactNode {
  if (looking) return <LookingNotice editor={editor} looking={looking} onLook={onLook} />;
  if (editor.conflict) return <ConflictNotice editor={editor} onLook={onLook} />;
  if (editor.faulty) return <FaultyNotice onFaulty={onFaulty} />;
  if (editor.failure) return <FailureNotice failure={editor.failure} />;
  if (editor.restoredAt && editor.dirty) return <RestoredNotice editor={editor} at={editor.restoredAt} />;
  return null;
}

function LookingNotice({ editor, looking, onLook }: { editor: FlowEditor; looking: Looking; onLook: Props['onLook'] }) {
  const t = useAdminWords();
  const { version, savedBy: name, plan } = looking;
  const restore = () => {
    editor.edit(planOf(plan));
    onLook(null);
    tell(t('flows.told_brought_back', { version }));
  };
  return (
    <Alert p="xs" color="accent" icon={<IconEye />}>
      <Group justify="space-between" gap={8}>
        <span>{t('flows.looking', { name, version })}</span>
        <Group gap={8}>
          <Button variant="default" onClick={() => onLook(null)}>
            {t('flows.looking_close')}
          </Button>
          {!editor.conflict && (
            <Button variant="default" onClick={restore}>
              {t('flows.looking_restore')}
            </Button>
          )}
        </Group>
      </Group>
    </Alert>
  );
}

function ConflictNotice({ editor, onLook }: { editor: FlowEditor; onLook: Props['onLook'] }) {
  const t = useAdminWords();
  const theirs = editor.conflict!;
  const name = theirs.updatedBy;
  const take = () => {
    editor.discard(theirs);
    tellWithUndo(t('flows.told_theirs', { name }), { label: t('undo'), undo: editor.undo });
  };
  return (
    <Alert p="xs" color="warning" icon={<IconArrowsDiff />} role="alert" title={t('flows.conflict', { name })}>
      <Group justify="space-between" gap={8}>
        <span>{t('flows.conflict_text')}</span>
        <Group gap={8}>
          <Button variant="default" onClick={() => onLook({ version: theirs.version, savedBy: name, plan: planOf(theirs) })}>
            {t('flows.conflict_look')}
          </Button>
          <Button variant="default" onClick={take}>
            {t('flows.conflict_theirs')}
          </Button>
          <Button variant="default" loading={editor.busy === 'save'} onClick={() => void editor.save(theirs.version)}>
            {t('flows.conflict_mine')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

function FaultyNotice({ onFaulty }: { onFaulty: () => void }) {
  const t = useAdminWords();
  const { faults } = useFlow();
  if (!faults.some(({ severity }) => severity === 'error')) return null;
  return (
    <Alert p="xs" color="danger" icon={<IconAlertTriangle />} role="alert" title={t('flows.faulty')}>
      <Group justify="space-between" gap={8}>
        <span>{t('flows.faulty_text')}</span>
        <Button variant="default" onClick={onFaulty}>
          {t('flows.faults')}
        </Button>
      </Group>
    </Alert>
  );
}

function FailureNotice({ failure }: { failure: NonNullable<FlowEditor['failure']> }) {
  const t = useAdminWords();
  const words = useProblemWords();
  return (
    <Alert
      p="xs"
      color="danger"
      icon={<IconAlertTriangle />}
      role="alert"
      title={t(failure.at === 'save' ? 'flows.not_saved' : 'flows.not_published')}
    >
      {words(failure.error)}
    </Alert>
  );
}

function RestoredNotice({ editor, at }: { editor: FlowEditor; at: string }) {
  const t = useAdminWords();
  const discard = () => {
    editor.discard();
    tellWithUndo(t('flows.discarded'), { label: t('undo'), undo: editor.undo });
  };
  return (
    <Alert p="xs" color="accent" icon={<IconHistory />}>
      <Group justify="space-between" gap={8}>
        <span>
          {t('flows.restored')} <Ago at={at} />
        </span>
        <Button variant="default" onClick={discard}>
          {t('flows.discard')}
        </Button>
      </Group>
    </Alert>
  );
}
