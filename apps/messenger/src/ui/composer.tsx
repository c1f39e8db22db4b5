import { limitWords, messageCharacters } from '../state/files.ts';
import { EmojiPicker } from './emoji.tsx';
import { Icon } from './icons.tsx';
import { PersonButton } from './person-button.tsx';
import { isTouch, type Screen } from './screen.ts';
import { Tool } from './tool.tsx';
import { Tray } from './tray.tsx';

/** Where the customer writes, with the way to a person always above it. */
export function Composer(screen: Screen) {
  const { state, set, chat, locale, t } = screen;
  const { draft, uploads, picking, known, session } = state;
  const limit = known?.limits.messageCharacters ?? messageCharacters;
  const over = draft.length - limit;
  const uploading = uploads.some((item) => !item.attachment && !item.failed);
  const hasFiles = uploads.some((item) => item.attachment);
  const maySend = (draft.trim() || hasFiles) && over <= 0 && !uploading && session !== 'refused';
  const inside = <Name extends 'textarea' | 'input'>(event: Event, name: Name) =>
    (event.currentTarget as HTMLElement).closest('footer')?.querySelector(name) as HTMLElementTagNameMap[Name];
  const number = (value: number) => value.toLocaleString(locale);

  function send(event: Event) {
    event.preventDefault();
    if (maySend) chat.send();
    inside(event, 'textarea').focus();
  }

  return (
    <footer>
      <PersonButton {...screen} />
      <Tray {...screen} />
      {picking && (
        <EmojiPicker
          t={t}
          onPick={(event, emoji) => {
            const field = inside(event, 'textarea');
            field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
            field.focus();
            chat.write(field.value);
            set({ picking: false });
          }}
        />
      )}
      <div class={over > 0 ? 'field is-wrong' : 'field'}>
        <textarea
          rows={1}
          value={draft}
          placeholder={t('write')}
          aria-label={t('write')}
          onInput={(event) => chat.write(event.currentTarget.value)}
          onKeyDown={(event) => {
            // 229: the key that ends a conversion, which Safari reports as an Enter of its own.
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && !isTouch()) send(event);
          }}
          onPaste={({ clipboardData }) => {
            // Office programs bring a picture along with the text: then the text is meant.
            if (!clipboardData?.types.includes('text/plain')) chat.uploads.add(clipboardData?.files ?? []);
          }}
        />
        <div class="tools">
          {known && (
            <Tool icon="attach" label={t('attach', limitWords(known.limits, t))} onClick={(event) => inside(event, 'input').click()} />
          )}
          <Tool icon="emoji" label={t('emoji')} aria-expanded={picking} onClick={() => set({ picking: !picking })} />
          <span class="grow fine">{uploading && t('file_wait')}</span>
          <button type="button" class="send" disabled={!maySend} aria-label={t('send')} title={t('send')} onClick={send}>
            <Icon name="send" />
          </button>
        </div>
      </div>
      {over > 0 && (
        <p class="wrong" role="alert">
          {t('too_long', { count: number(draft.length), limit: number(limit), over: number(over) })}
        </p>
      )}
      <input
        type="file"
        hidden
        multiple
        accept={known?.limits.attachmentTypes.join()}
        onChange={(event) => {
          chat.uploads.add(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </footer>
  );
}
