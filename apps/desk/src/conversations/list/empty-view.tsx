import type { View } from '@madoguchi/contract/conversations.ts';
import {
  IconBallpen,
  IconBell,
  IconBellZ,
  IconCheck,
  IconChecklist,
  IconClockCheck,
  IconFilterOff,
  IconInbox,
  IconRobot,
  IconSearchOff,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useWords, type WordKey } from '../../app/locale.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import type { FieldFilter } from './field-filter.ts';

const teaching: Record<View, { icon: typeof IconInbox; title: WordKey; text: WordKey; next?: View }> = {
  new: { icon: IconCheck, title: 'empty.new.title', text: 'empty.new.text', next: 'mine' },
  mine: { icon: IconBallpen, title: 'empty.mine.title', text: 'empty.mine.text', next: 'new' },
  due: { icon: IconClockCheck, title: 'empty.due.title', text: 'empty.due.text', next: 'new' },
  all: { icon: IconInbox, title: 'empty.all.title', text: 'empty.all.text' },
  bot: { icon: IconRobot, title: 'empty.bot.title', text: 'empty.bot.text' },
  waiting: { icon: IconInbox, title: 'empty.waiting.title', text: 'empty.waiting.text' },
  spam: { icon: IconShieldCheck, title: 'empty.spam.title', text: 'empty.spam.text', next: 'new' },
  approval: { icon: IconChecklist, title: 'empty.approval.title', text: 'empty.approval.text', next: 'new' },
  following: { icon: IconBell, title: 'empty.following.title', text: 'empty.following.text', next: 'mine' },
  snoozed: { icon: IconBellZ, title: 'empty.snoozed.title', text: 'empty.snoozed.text', next: 'mine' },
  resolved: { icon: IconInbox, title: 'empty.resolved.title', text: 'empty.resolved.text' },
};

const goWords: Partial<Record<View, WordKey>> = { mine: 'empty.go_mine', new: 'empty.go_new' };

/** Why a view is empty, and where the next work is. */
export function EmptyView({ view, q, filter }: { view: View; q: string; filter: FieldFilter }) {
  const t = useWords();
  if (q) return <Empty icon={IconSearchOff} title={t('empty.search.title', { q })} text={t('empty.search.text')} />;
  if (filter.field)
    return (
      <Empty icon={IconFilterOff} title={t('filter.none_title')} text={t('filter.none_text')}>
        <LinkButton variant="default" to="/" search={{ view, q: q || undefined }}>
          {t('filter.off')}
        </LinkButton>
      </Empty>
    );
  const { icon, title, text, next } = teaching[view];
  const go = next && goWords[next];
  return (
    <Empty icon={icon} title={t(title)} text={t(text)}>
      {go && (
        <LinkButton variant="default" to="/" search={{ view: next }}>
          {t(go)}
        </LinkButton>
      )}
    </Empty>
  );
}
