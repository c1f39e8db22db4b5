import type { LineChoice } from '@madoguchi/contract/channels.ts';
import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { lookOf } from '../../channels/channels.ts';
import { isReadableAddress } from '../../channels/readable-address.ts';
import { useNow } from '../../ui/use-now.ts';
import { lineKey, lineState } from './line-choice.ts';
import css from './line-picker.module.css';

type Props = { lines: readonly LineChoice[]; line: LineChoice; onPick: (key: string) => void };

const fromOf = ({ from }: LineChoice, t: ReturnType<typeof useWords>): string => (from ? t('lines.from', { address: from }) : '');
const addressOf = ({ address }: LineChoice): string => (isReadableAddress(address) ? address : '');

/** Over which channel the reply goes, and a menu of the others where the customer can be reached. */
export function LinePicker({ lines, line, onPick }: Props) {
  const t = useWords();
  const channels = useChannelWords();
  const now = useNow();
  const { icon: Icon } = lookOf(line.channel);
  const label = (
    <>
      <Icon size={15} stroke={1.8} aria-hidden />
      <span>
        {line.from ? t('lines.reply_from', { address: line.from }) : t('lines.reply_by', { channel: channels.name(line.channel) })}
      </span>
    </>
  );
  const whereTo = [line.inboxName, addressOf(line), fromOf(line, t)].filter(Boolean).join(' · ');
  if (lines.length < 2)
    return (
      <span className={css.line} title={whereTo} data-state={lineState(line, now).kind}>
        {label}
      </span>
    );
  return (
    <Menu position="top-end" width={300} styles={{ itemLabel: { minWidth: 0 } }}>
      <Menu.Target>
        <button type="button" className={css.line} title={whereTo} data-state={lineState(line, now).kind}>
          {label}
          <IconChevronDown size={14} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('lines.choose')}</Menu.Label>
        {lines.map((one) => (
          <LineItem key={lineKey(one)} line={one} current={one === line} now={now} onPick={() => onPick(lineKey(one))} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const stateWords = { unreachable: 'lines.unreachable', closed: 'lines.closed' } as const;

function LineItem({ line, current, now, onPick }: { line: LineChoice; current: boolean; now: number; onPick: () => void }) {
  const t = useWords();
  const { icon: Icon } = lookOf(line.channel);
  const name = useChannelWords().name(line.channel);
  const { kind } = lineState(line, now);
  return (
    <Menu.Item
      leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
      rightSection={current && <IconCheck size={16} stroke={2} aria-hidden />}
      aria-current={current || undefined}
      disabled={kind === 'unreachable' && !current}
      onClick={onPick}
    >
      <span className={css.item}>
        <span>
          {name}
          {line.inUse && <span className={css.inUse}>{t('lines.in_use')}</span>}
        </span>
        <span className={css.where}>{[addressOf(line), line.inboxName].filter(Boolean).join(' · ')}</span>
        {line.from && <span className={css.where}>{fromOf(line, t)}</span>}
        {(kind === 'unreachable' || kind === 'closed') && <span className={css.warn}>{t(stateWords[kind])}</span>}
      </span>
    </Menu.Item>
  );
}
