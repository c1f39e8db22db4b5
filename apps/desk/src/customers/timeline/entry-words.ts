import type { TimelineEntry } from '@madoguchi/contract/people.ts';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { customerName } from '../../conversations/customer-name.ts';

const ADDRESSES = ['email', 'phone', 'external'] as const;

/** What happened, in a line, and its words below. */
export function useEntryWords(): (entry: TimelineEntry) => { title: string; text: string } {
  const t = useAdminWords();
  const desk = useWords();
  const channels = useChannelWords();
  return ({ kind, text, detail, channel, conversation }) => {
    const number = conversation?.number ?? '';
    switch (kind) {
      case 'asked':
        return { title: t('timeline.asked', { channel: channels.name(channel ?? ''), number }), text: text || t('timeline.untitled') };
      case 'settled':
        return { title: detail ? t('timeline.settled_by', { name: detail, number }) : t('timeline.settled', { number }), text };
      case 'page':
        return { title: t('timeline.page'), text: text || detail };
      case 'article':
        return { title: t('timeline.article'), text };
      case 'rated':
        return { title: ratingWords(t, detail), text: text || `#${number}` };
      case 'proved': {
        const own = ADDRESSES.find((one) => one === channel);
        return { title: t('timeline.proved', { kind: own ? t(`identity.${own}`) : channels.name(channel ?? '') }), text };
      }
      case 'noted':
        return { title: t('timeline.noted', { name: detail }), text };
      case 'ordered':
      case 'returned':
        return { title: t(`timeline.${kind}`), text };
      case 'merged':
        return { title: t('timeline.merged', { name: detail }), text: customerName(desk, text) };
    }
  };
}

function ratingWords(t: ReturnType<typeof useAdminWords>, detail: string): string {
  const [scale, rating = ''] = detail.split(':');
  if (scale === 'two') return t(Number(rating) > 3 ? 'timeline.rated_good' : 'timeline.rated_bad');
  return t('timeline.rated', { rating });
}
