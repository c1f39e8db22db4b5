import { ActionIcon, Menu } from '@mantine/core';
import { IconBellZ, IconCalendarClock, IconCircleCheck, IconDots, IconMessageReply, IconTag, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { useActions } from '../../keys/actions.ts';
import { BulkMacros } from '../../macros/bulk-macros.tsx';
import { useReader } from '../../ui/use-now.ts';
import { StatusDot } from '../header/status-dot.tsx';
import { statuses } from '../header/statuses.ts';
import { presetsAt } from '../later/later.ts';
import { presetWord } from '../later/later-words.ts';
import { TimeDialog } from '../later/time-dialog.tsx';
import css from './bulk.module.css';
import { BulkAssign } from './bulk-assign.tsx';
import { BulkMore } from './bulk-more.tsx';
import { BulkTags } from './bulk-tags.tsx';
import { clearSelection, useSelection } from './selection-store.ts';
import { useBulk } from './use-bulk.tsx';

/** What can be done to everything that is selected; it stands where the list is otherwise searched. */
export function BulkBar() {
  const t = useWords();
  const { zone } = useReader();
  const { ids } = useSelection();
  const act = useBulk();
  const [timing, setTiming] = useState(false);
  const [tagging, setTagging] = useState(false);
  useActions([
    { id: 'bulk.clear', word: 'bulk.clear', group: 'group.list', icon: IconX, keys: 'escape', run: clearSelection },
    {
      id: 'bulk.resolve',
      word: 'bulk.resolve',
      group: 'group.list',
      icon: IconCircleCheck,
      keys: 'e',
      run: () => void act({ kind: 'status', status: 'resolved' }),
    },
    { id: 'bulk.tags', word: 'bulk.tags', group: 'group.list', icon: IconTag, run: () => setTagging(true) },
  ]);
  return (
    <section className={css.bar} aria-label={t('bulk.label')}>
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('bulk.clear')} title={t('bulk.clear')} onClick={clearSelection}>
        <IconX size={18} stroke={1.6} />
      </ActionIcon>
      <span className={css.count} role="status">
        {t('bulk.count', { count: ids.size })}
      </span>
      <BulkAssign act={act} />
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('header.status')} title={t('header.status')}>
            <IconCircleCheck size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {statuses.map(({ status, word }) => (
            <Menu.Item
              key={status}
              leftSection={<StatusDot conversation={{ status, handledBy: 'human', agentActed: true }} />}
              onClick={() => void act({ kind: 'status', status })}
            >
              {t(word)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('snooze.do')} title={t('snooze.do')}>
            <IconBellZ size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {presetsAt(new Date(), zone).map(({ name, at }) => (
            <Menu.Item
              key={name}
              leftSection={<IconBellZ size={16} stroke={1.6} />}
              onClick={() => void act({ kind: 'snooze', until: at.toISOString() })}
            >
              {t(presetWord[name])}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<IconMessageReply size={16} stroke={1.6} />} onClick={() => void act({ kind: 'snooze', until: null })}>
            {t('snooze.reply')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendarClock size={16} stroke={1.6} />} onClick={() => setTiming(true)}>
            {t('later.custom')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('bulk.tags')}
        title={t('bulk.tags')}
        onClick={() => setTagging(true)}
      >
        <IconTag size={18} stroke={1.6} />
      </ActionIcon>
      <BulkMacros />
      <BulkMore act={act} icon={<IconDots size={18} stroke={1.6} />} />
      {timing && (
        <TimeDialog
          title={t('snooze.title')}
          action={t('snooze.do')}
          choose={(at) => void act({ kind: 'snooze', until: at.toISOString() })}
          close={() => setTiming(false)}
        />
      )}
      {tagging && <BulkTags act={act} close={() => setTagging(false)} />}
    </section>
  );
}
