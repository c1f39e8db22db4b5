import type { LineChoice } from '@madoguchi/contract/channels.ts';
import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { useChannelWords } from '../../channels/channel-words.ts';
import { lookOf } from '../../channels/channels.ts';
import { isReadableAddress } from '../../channels/readable-address.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isShared, lineKey, lineState, offeredLines } from './line-choice.ts';
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
  const offered = offeredLines(lines, line, now);
  if (offered.length < 2)
    return (
      <span className={css.line} title={whereTo} data-state={lineState(line, now).kind}>
        {label}
      </span>
    );
  return (
    <LazyMenu
      position="top-end"
      width={300}
      styles={{ itemLabel: { minWidth: 0 } }}
      target={
        <button type="button" className={css.line} title={whereTo} data-state={lineState(line, now).kind}>
          {label}
          <IconChevronDown size={14} stroke={2} aria-hidden />
        </button>
      }
    >
      <Menu.Label>{t('lines.choose')}</Menu.Label>
      {offered.map((one) => (
        <LineItem
          key={lineKey(one)}
          line={one}
          shared={isShared(one, offered)}
          current={one === line}
          now={now}
          onPick={() => onPick(lineKey(one))}
        />
      ))}
    </LazyMenu>
  );
}

const stateWords = { unreachable: 'lines.unreachable', closed: 'lines.closed' } as const;

type ItemProps = { line: LineChoice; shared: boolean; current: boolean; now: number; onPick: () => void };

function LineItem({ line, shared, current, now, onPick }: ItemProps) {
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
          {shared ? line.inboxName : name}
          {line.inUse && <span className={css.inUse}>{t('lines.in_use')}</span>}
        </span>
        <span className={css.where}>
          {(shared ? [name, addressOf(line)] : [addressOf(line), line.inboxName]).filter(Boolean).join(' · ')}
        </span>
        {line.from && <span className={css.where}>{fromOf(line, t)}</span>}
        {(kind === 'unreachable' || kind === 'closed') && <span className={css.warn}>{t(stateWords[kind])}</span>}
      </span>
    </Menu.Item>
  );
}
