import type { Article } from '@madoguchi/contract/knowledge.ts';
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconDots, IconExternalLink, IconEyeCheck, IconHistory, IconRotate } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { chord } from '../../admin/use-save-key.ts';
import { useGate } from '../gate/gate-store.ts';
import { useHelpUrl } from '../help-url.ts';
import { type Status, useSetStatus } from '../set-status.ts';
import css from './editor-actions.module.css';
import { useAskForReview } from './life/use-ask-for-review.ts';
import type { ArticleEditor } from './use-article-editor.ts';
import { useSaveState } from './use-save-state.ts';

type Props = {
  article: Article | null;
  editor: ArticleEditor;
  save: (options?: { publish: boolean }) => Promise<void>;
  onHistory: () => void;
};

/** One primary button: publish what is a draft, save what customers already read. The rest waits in the menu. */
export function EditorActions({ article, editor, save, onHistory }: Props) {
  const t = useAdminWords();
  const { dirty } = editor;
  const checking = useGate().state === 'checking';
  const saving = editor.saving || checking;
  const published = article?.status === 'published';
  const archived = article?.status === 'archived';
  const state = useSaveState(article, editor);
  return (
    <Group gap={8} wrap="nowrap" className={css.actions}>
      <span className={css.state} aria-live="polite">
        {checking ? t('gate.checking') : state}
      </span>
      {article && <MoreMenu article={article} onHistory={onHistory} />}
      {!published && (
        <Button variant="default" disabled={!dirty} loading={saving && dirty} onClick={() => void save()} title={chord('S')}>
          {archived ? t('article.save') : t('article.save_draft')}
        </Button>
      )}
      {published ? (
        <Button disabled={!dirty} loading={saving} onClick={() => void save()} title={chord('S')}>
          {t('article.save_published')}
        </Button>
      ) : (
        <Button loading={saving} onClick={() => void save({ publish: true })}>
          {t('article.publish')}
        </Button>
      )}
    </Group>
  );
}

function MoreMenu({ article, onHistory }: { article: Article; onHistory: () => void }) {
  const t = useAdminWords();
  const setStatus = useSetStatus();
  const change = (to: Status) => setStatus.mutate({ id: article.id, from: article.status, to });
  const ask = useAskForReview(article.id);
  const helpUrl = useHelpUrl(article);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} className={css.more} aria-label={t('more')}>
          <IconDots size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHistory size={16} stroke={1.6} />} onClick={onHistory}>
          {t('history.open')}
        </Menu.Item>
        {article.status === 'draft' && !article.reviewRequestedAt && (
          <Menu.Item leftSection={<IconEyeCheck size={16} stroke={1.6} />} onClick={ask}>
            {t('life.request')}
          </Menu.Item>
        )}
        {article.status === 'published' && (
          <>
            {article.audience === 'public' && (
              <Menu.Item component="a" href={helpUrl} target="_blank" leftSection={<IconExternalLink size={16} stroke={1.6} />}>
                {t('article.open_help')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconArrowBackUp size={16} stroke={1.6} />} onClick={() => change('draft')}>
              {t('article.take_back')}
            </Menu.Item>
          </>
        )}
        {article.status === 'archived' ? (
          <Menu.Item leftSection={<IconRotate size={16} stroke={1.6} />} onClick={() => change('draft')}>
            {t('article.restore')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={() => change('archived')}>
            {t('article.archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
