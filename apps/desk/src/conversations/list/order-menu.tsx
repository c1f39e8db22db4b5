import type { ListOrder, View } from '@madoguchi/contract/conversations.ts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsSort, IconCheck, IconClock, IconHistory } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { canChoose } from './use-list-order.ts';

type Props = { view: View; q: string; order: ListOrder; setOrder: (order: ListOrder) => void };

const orders = [
  { order: 'activity', word: 'order.activity', icon: IconHistory },
  { order: 'due', word: 'order.due', icon: IconClock },
] as const;

/** Latest first, or what is due soonest. What a search found has its own order. */
export function OrderMenu({ view, q, order, setOrder }: Props) {
  const t = useWords();
  if (q || !canChoose(view)) return null;
  const now = t(order === 'due' ? 'order.due' : 'order.activity');
  return (
    <LazyMenu
      position="bottom-end"
      width={200}
      target={
        <ActionIcon
          variant={order === 'due' ? 'light' : 'subtle'}
          color={order === 'due' ? undefined : 'gray'}
          size={36}
          aria-label={`${t('order.label')}: ${now}`}
          title={`${t('order.label')}: ${now}`}
        >
          <IconArrowsSort size={18} stroke={1.6} />
        </ActionIcon>
      }
    >
      {orders.map(({ order: one, word, icon: Icon }) => (
        <Menu.Item
          key={one}
          leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
          rightSection={one === order ? <IconCheck size={16} stroke={1.8} aria-hidden /> : undefined}
          fw={one === order ? 600 : undefined}
          onClick={() => setOrder(one)}
        >
          {t(word)}
        </Menu.Item>
      ))}
    </LazyMenu>
  );
}
