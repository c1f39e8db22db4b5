import type { Conversation } from '@madoguchi/contract/conversations.ts';
import type { ArticleHit } from '@madoguchi/contract/knowledge.ts';
import { Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { isComposing } from '../../keys/match-keys.ts';
import { useWhom } from '../whispers/whom.ts';
import { ArticleSearch } from './article-search.tsx';
import { articleText } from './article-text.ts';
import { AttachmentChips } from './attachment-chips.tsx';
import { CannedMenu } from './canned-menu.tsx';
import { CannedSuggestions } from './canned-suggestions.tsx';
import { accept, forgetAccepted } from './check/accepted-store.ts';
import { CheckDialog } from './check/check-dialog.tsx';
import { Findings } from './check/findings.tsx';
import { nameOf } from './check/findings-here.ts';
import { useCheckedSend } from './check/use-checked-send.ts';
import { useReplyCheck } from './check/use-reply-check.ts';
import css from './composer.module.css';
import { ComposerTabs } from './composer-tabs.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { ContinueMenu } from './continue-menu.tsx';
import { isEmptyDraft } from './draft.ts';
import { draftOf, setDraft, useDraft } from './draft-store.ts';
import { FillDialog } from './fill-dialog.tsx';
import { viaOf } from './line-choice.ts';
import { LengthHint, LineWarning } from './line-hints.tsx';
import { LinePicker } from './line-picker.tsx';
import { pickLine } from './line-store.ts';
import { MentionButton } from './mention-button.tsx';
import { MentionMenu, MentionWarning } from './mention-menu.tsx';
import { SendButton } from './send-button.tsx';
import { useAttachments } from './use-attachments.ts';
import { useCanned } from './use-canned.ts';
import { useComposerActions } from './use-composer-actions.ts';
import { useInsert } from './use-insert.ts';
import { useLine } from './use-line.ts';
import { useLookingAt } from './use-looking-at.ts';
import { useMentions } from './use-mentions.ts';
import { useMode } from './use-mode.ts';
import { useSend } from './use-send.ts';
import { useVariables } from './use-variables.ts';
import { openVariables } from './variables.ts';

type Props = { conversation: Conversation; lastQuestion: string; seenSeq: () => number };

/** Where an agent writes: to the customer, for colleagues, or for whoever has the conversation alone. What is written survives everything; Enter alone never sends. */
export function Composer({ conversation, lastQuestion, seenSeq }: Props) {
  const t = useWords();
  const { id } = conversation;
  const [searching, setSearching] = useState(false);
  const [dragging, setDragging] = useState(false);
  const narrow = useMediaQuery('(width < 768px)', false, { getInitialValueInEffect: false });
  const field = useRef<HTMLTextAreaElement>(null);
  const whom = useWhom(conversation);
  const [mode, setMode] = useMode(id, field, whom);
  const isWhisper = mode === 'whisper';
  const draft = useDraft(id, mode);
  const values = useVariables(conversation);
  const insert = useInsert(field, id, mode);
  const canned = useCanned({ id, mode, lastQuestion, field, text: draft.text, insert, values });
  const mentions = useMentions({ field, id, mode, insert });
  const attachments = useAttachments(id, mode);
  const presence = useLookingAt(id);
  const unfilled = openVariables(draft.text);
  const ready = !isEmptyDraft(draft) && !attachments.busy && unfilled.length === 0;
  const { lines, line, capabilities } = useLine(id);
  const sent = () => {
    presence.stopped();
    forgetAccepted(id);
  };
  const deliver = useSend({ id, mode, to: whom?.id, seenSeq, ready, via: viaOf(line), sent });
  const check = useReplyCheck({ id, mode, draft, inboxId: line?.inboxId });
  const { send, asked, edit, sendAnyway } = useCheckedSend({ deliver, ready, check });
  useComposerActions({ field, setMode, whom, openCanned: canned.openAll, openSearch: () => setSearching(true) });

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent) || mentions.onKeyDown(event) || canned.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      send(event.shiftKey && mode === 'reply' ? 'resolved' : 'waiting');
    } else if (event.key === 'Escape') field.current?.blur();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || isWhisper) return;
    event.preventDefault();
    attachments.add(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    if (!isWhisper) attachments.add(event.dataTransfer.files);
  };
  const insertAtCaret = (text: string) => {
    const at = field.current?.selectionStart ?? draft.text.length;
    insert(text, at, field.current?.selectionEnd ?? at);
  };
  const insertArticle = (hit: ArticleHit) => {
    setSearching(false);
    insertAtCaret(articleText(hit, location.origin));
    const now = draftOf(id, mode);
    const url = new URL(hit.url, location.origin).href;
    setDraft(id, mode, { ...now, articles: [...now.articles, { articleId: hit.articleId, url }] });
  };

  return (
    <section
      className={css.composer}
      data-mode={mode}
      data-dragging={dragging || undefined}
      aria-label={t(`composer.${mode}`)}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(!isWhisper && event.dataTransfer.types.includes('Files'));
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setDragging(false)}
      onDrop={onDrop}
    >
      <ComposerTabs mode={mode} setMode={setMode} whom={whom} onChosen={() => field.current?.focus()}>
        {line && <LinePicker lines={lines} line={line} onPick={(key) => pickLine(id, key)} />}
      </ComposerTabs>
      {mentions.open && (
        <MentionMenu items={mentions.items} active={mentions.active} onHover={mentions.setActive} onChoose={mentions.choose} />
      )}
      {canned.open && (
        <CannedMenu
          items={canned.items}
          suggested={canned.suggested}
          total={canned.total}
          active={canned.active}
          onHover={canned.setActive}
          onChoose={canned.choose}
        />
      )}
      {canned.asking && <FillDialog asking={canned.asking} onAnswer={canned.answer} onClose={canned.stopAsking} />}
      {mode === 'reply' && isEmptyDraft(draft) && <CannedSuggestions items={canned.fitting} onChoose={canned.choose} />}
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={narrow ? 1 : 2}
        maxRows={narrow ? 6 : 12}
        value={draft.text}
        onChange={(event) => {
          setDraft(id, mode, { ...draft, text: event.currentTarget.value });
          if (!isWhisper) canned.look();
          mentions.look();
          if (mode === 'reply') presence.wrote();
        }}
        onSelect={() => {
          if (canned.open) canned.look();
          if (mentions.open) mentions.look();
        }}
        onBlur={() => {
          canned.close();
          mentions.close();
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        placeholder={isWhisper ? t('composer.whisper_placeholder', { name: whom?.name ?? '' }) : t(`composer.${mode}_placeholder`)}
        aria-label={t(`composer.${mode}`)}
        classNames={{ input: css.input }}
      />
      <AttachmentChips
        files={draft.attachments}
        uploading={attachments.uploading}
        onRemove={attachments.remove}
        onDrop={attachments.drop}
      />
      {mode === 'reply' && (
        <Findings
          findings={check.findings}
          onMend={(finding) => insert(finding.instead ?? '', finding.from, finding.to)}
          onAccept={(finding) => accept(id, [nameOf(finding)])}
        />
      )}
      {asked && (
        <CheckDialog
          warnings={asked.warnings}
          text={draft.text}
          onEdit={() => {
            edit();
            requestAnimationFrame(() => field.current?.focus());
          }}
          onSend={sendAnyway}
        />
      )}
      {unfilled.length > 0 && (
        <p className={css.unfilled} role="alert">
          {t('composer.unfilled', { names: unfilled.join(' ') })}
        </p>
      )}
      {mode === 'reply' && line && <LineWarning line={line} capabilities={capabilities} draft={draft} />}
      {mode === 'note' && <MentionWarning blind={mentions.blind} />}
      <div className={css.bar}>
        {isWhisper ? (
          <span />
        ) : (
          <ComposerTools addFiles={attachments.add} openCanned={canned.openAll} openSearch={() => setSearching(true)}>
            {mode === 'note' && <MentionButton onPress={mentions.begin} />}
            {mode === 'reply' && <ContinueMenu conversationId={id} inboxInUse={line?.inboxId} insert={insertAtCaret} />}
          </ComposerTools>
        )}
        {mode === 'reply' && <LengthHint capabilities={capabilities} draft={draft} />}
        <SendButton mode={mode} disabled={!ready} send={send} />
      </div>
      {dragging && <div className={css.dropHere}>{t('attachment.drop')}</div>}
      <ArticleSearch opened={searching} onClose={() => setSearching(false)} question={lastQuestion} onInsert={insertArticle} />
    </section>
  );
}
