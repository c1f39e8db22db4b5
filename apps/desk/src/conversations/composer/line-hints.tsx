import type { ChannelKind, LineChoice } from '@madoguchi/contract/channels.ts';
import { smsSegments } from '@madoguchi/contract/sms-segments.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { shortDuration } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import css from './composer.module.css';
import type { Draft } from './draft.ts';
import { goAsLinks } from './go-as-links.ts';
import { lineState } from './line-choice.ts';
import { partsOf } from './text-length.ts';

type Props = { line: LineChoice; capabilities: ChannelKind['capabilities'] | undefined; draft: Draft };

/** What stands between a reply and its arrival: nobody there any more, too late, files that cannot go. */
export function LineWarning({ line, capabilities, draft }: Props) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const channel = useChannelWords().name(line.channel);
  const state = lineState(line, now);
  const cannotGo = draft.attachments.some(
    ({ type }) => capabilities && !(capabilities.files || (capabilities.images && type.startsWith('image/'))),
  );
  const filesByLink = capabilities?.filesByLink;
  const byLink = filesByLink ? goAsLinks(draft.attachments, filesByLink.aboveBytes) : [];
  const warnings = [
    state.kind === 'unreachable' && t('lines.warn_unreachable', { channel }),
    state.kind === 'closed' && t('lines.warn_closed', { channel }),
    state.kind === 'closing' && t('lines.warn_closing', { channel, time: shortDuration(state.leftMs, locale) }),
    cannotGo && t('lines.warn_files', { channel }),
    byLink.length > 0 &&
      t('lines.warn_links', { names: new Intl.ListFormat(locale).format(byLink.map(({ name }) => name)), days: filesByLink!.days }),
  ].filter((text) => text !== false);
  return warnings.map((text) => (
    <p key={text} className={css.unfilled} role="status">
      {text}
    </p>
  ));
}

/** How much a text becomes on its way, where that matters: text messages are paid by the piece, long texts go out in parts. */
export function LengthHint({ capabilities, draft }: Pick<Props, 'capabilities' | 'draft'>) {
  const t = useWords();
  if (!capabilities || draft.text === '') return null;
  const parts = partsOf(draft.text, capabilities.textCharacters);
  const segments = capabilities.countsSegments ? smsSegments(draft.text).segments : 0;
  if (segments > 0) return <span className={css.length}>{t('lines.segments', { count: segments, characters: draft.text.length })}</span>;
  return parts > 1 ? <span className={css.length}>{t('lines.parts', { count: parts })}</span> : null;
}
