import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconArrowsDiff, IconHistory } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { Ago } from '../../ui/time-text.tsx';
import type { ArticleEditor } from './use-article-editor.ts';

/** What an editor should know before going on: a failure, a colleague's newer version, or words restored from this machine. */
export function EditorNotices({ editor }: { editor: ArticleEditor }) {
  const t = useAdminWords();
  const words = useProblemWords();
  if (editor.conflict) {
    return (
      <Alert color="warning" mb={16} icon={<IconArrowsDiff />} title={t('conflict.title', { name: editor.conflict.updatedBy })}>
        <Group justify="space-between" gap={8}>
          <span>{t('conflict.text')}</span>
          <Button variant="default" onClick={() => editor.setComparing(true)}>
            {t('conflict.compare')}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (editor.failure) {
    return (
      <Alert color="danger" mb={16} icon={<IconAlertTriangle />} role="alert" title={t('article.not_saved')}>
        {words(editor.failure)}
      </Alert>
    );
  }
  if (editor.restoredAt && editor.dirty) {
    return (
      <Alert color="accent" mb={16} icon={<IconHistory />}>
        <Group justify="space-between" gap={8}>
          <span>
            {t('article.restored')} <Ago at={editor.restoredAt} />
          </span>
          <DiscardButton editor={editor} />
        </Group>
      </Alert>
    );
  }
  return null;
}

function DiscardButton({ editor }: { editor: ArticleEditor }) {
  const t = useAdminWords();
  const discard = () => {
    const typed = editor.fields;
    editor.discard();
    tellWithUndo(t(editor.isNew ? 'article.discarded_new' : 'article.discarded'), { label: t('undo'), undo: () => editor.set(typed) });
  };
  return (
    <Button variant="default" onClick={discard}>
      {t(editor.isNew ? 'article.discard_new' : 'article.discard')}
    </Button>
  );
}
