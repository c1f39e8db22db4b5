import type { Words } from '../words.ts';

const common = [...'😊😄😂🥰😍🤗😉😅🤔😐😢😭😣😓😱😡🙇🙏👍👎👏🙌👌✋💪👋🎉✨💡❓❗✅❌⭐🔥🎁📦🚚📷💳'];
const columns = 8;

/** Forty common emoji; arrow keys move among them, Escape picks none. */
export function EmojiPicker({ t, onPick }: { t: Words; onPick: (event: Event, emoji: string) => void }) {
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, Escape: 0 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...((event.currentTarget as HTMLElement).children as HTMLCollectionOf<HTMLElement>)];
    if (step) buttons[buttons.indexOf(event.target as HTMLElement) + step]?.focus();
    else onPick(event, '');
  }
  return (
    <div class="box emoji" role="toolbar" aria-label={t('emoji')} onKeyDown={onKeyDown}>
      {common.map((emoji, index) => (
        <button type="button" tabIndex={index && -1} onClick={(event) => onPick(event, emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  );
}
