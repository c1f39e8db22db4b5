import { Menu } from '@mantine/core';
import { IconArrowBarToUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../app/locale.tsx';
import { useCan } from '../app/me.ts';
import { conversationRoutingQuery } from './routing.queries.ts';

/** The way up, in a conversation's menu: only where somebody stands above. */
export function EscalateItem({ conversationId, onChoose }: { conversationId: string; onChoose: () => void }) {
  const t = useWords();
  const mayAssign = useCan('conversation.assign');
  const { data } = useQuery(conversationRoutingQuery(conversationId));
  if (!mayAssign) return null;
  const canEscalate = data?.canEscalate === true;
  return (
    <Menu.Item
      leftSection={<IconArrowBarToUp size={16} stroke={1.6} />}
      disabled={!canEscalate}
      title={canEscalate ? undefined : t('escalate.nobody')}
      onClick={onChoose}
    >
      {t('escalate.title')}
    </Menu.Item>
  );
}
