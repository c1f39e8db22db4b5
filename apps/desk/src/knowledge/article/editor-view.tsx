import type { Article } from '@madoguchi/contract/knowledge.ts';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useNarrow, usePhone } from '../../admin/use-phone.ts';
import { useSaveKey } from '../../admin/use-save-key.ts';
import { Page } from '../../ui/page.tsx';
import { GateDialog } from '../gate/gate-dialog.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { ArticleFields } from './article-fields.tsx';
import { BackToList } from './back-to-list.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { EditorActions } from './editor-actions.tsx';
import { EditorNotices } from './editor-notices.tsx';
import css from './editor-view.module.css';
import { LifeStrip } from './life/life-strip.tsx';
import { NewStrip } from './life/new-strip.tsx';
import { Preview } from './preview.tsx';
import { TryBot } from './try-bot.tsx';
import type { ArticleEditor } from './use-article-editor.ts';
import { useAutosave } from './use-autosave.ts';
import { useGatedSave } from './use-gated-save.ts';
import { VersionsDrawer } from './versions/versions-drawer.tsx';

type Pane = 'write' | 'preview' | 'try';

/** The desk of an editor: writing on the left, how customers will see it and what the bot makes of it on the right. */
export function EditorView({ article, editor }: { article: Article | null; editor: ArticleEditor }) {
  const t = useAdminWords();
  const narrow = useNarrow();
  const phone = usePhone();
  const [pane, setPane] = useState<Pane>('write');
  const [history, setHistory] = useState(false);
  useAutosave(article, editor);
  const save = useGatedSave(article, editor);
  useSaveKey(() => void save(), editor.dirty);
  const shows = (name: Pane) => !narrow || pane === name;
  const title = (
    <span className={css.title}>
      <StatusBadge status={article?.status ?? 'draft'} audience={article?.audience} />
      <span className={css.question}>{editor.fields.question.trim() || t('article.untitled')}</span>
    </span>
  );
  const actions = <EditorActions article={article} editor={editor} save={save} onHistory={() => setHistory(true)} />;
  return (
    <div className={css.frame}>
      <Page title={title} back={<BackToList />} actions={phone ? null : actions} width={1344}>
        <EditorNotices editor={editor} />
        {article ? <LifeStrip article={article} /> : <NewStrip />}
        {narrow && (
          <SegmentedControl
            fullWidth
            mb={16}
            className={css.panes}
            value={pane}
            onChange={(value) => setPane(value as Pane)}
            data={[
              { value: 'write', label: t('article.pane_write') },
              { value: 'preview', label: t('article.pane_preview') },
              { value: 'try', label: t('article.pane_try') },
            ]}
          />
        )}
        <div className={css.columns}>
          {shows('write') && (
            <ArticleFields editor={editor} creating={editor.saving && !article} isInternal={article?.audience === 'internal'} />
          )}
          {(!narrow || pane !== 'write') && (
            <div className={css.side}>
              {shows('preview') && <Preview fields={editor.fields} article={article} />}
              {shows('try') && <TryBot article={article} editor={editor} />}
            </div>
          )}
        </div>
      </Page>
      {phone && <div className={css.foot}>{actions}</div>}
      {article && <VersionsDrawer article={article} editor={editor} opened={history} onClose={() => setHistory(false)} />}
      <GateDialog />
      {editor.conflict && <ConflictDialog key={editor.conflict.version} theirs={editor.conflict} editor={editor} />}
    </div>
  );
}
