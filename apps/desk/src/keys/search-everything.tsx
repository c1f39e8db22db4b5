import type { SpotlightActionData } from '@mantine/spotlight';
import { IconMessage, IconPackage, IconSearch, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSettled } from '../admin/use-settled.ts';
import { useWords } from '../app/locale.tsx';
import { customerName } from '../conversations/customer-name.ts';
import { quickQuery } from '../search/search.queries.ts';

const icon = { size: 18, stroke: 1.6 };

/** What the palette offers for a text besides actions: the way to the whole search, and the first it finds. The old finds stay until the new ones are there. */
export function useSearchEverything(query: string): { all: SpotlightActionData[]; found: SpotlightActionData[] } {
  const t = useWords();
  const navigate = useNavigate();
  const q = query.trim();
  const { data } = useQuery({ ...quickQuery(useSettled(q, 150)), placeholderData: (before) => before });
  if (q === '') return { all: [], found: [] };
  const all: SpotlightActionData = {
    id: 'search.everything',
    label: t('palette.search_all', { q }),
    leftSection: <IconSearch {...icon} />,
    onClick: () => void navigate({ to: '/search', search: { q } }),
  };
  if (q.length < 2) return { all: [all], found: [] };
  const customers = data?.customers?.items.slice(0, 2).map(
    ({ id, name, reading, detail }): SpotlightActionData => ({
      id,
      label: [customerName(t, name), reading].filter(Boolean).join('  '),
      description: detail?.text,
      leftSection: <IconUser {...icon} />,
      onClick: () => void navigate({ to: '/customers/$customerId', params: { customerId: id } }),
    }),
  );
  const orders = data?.orders?.items.slice(0, 2).map(
    ({ id, number, buyerName, trackingNumber }): SpotlightActionData => ({
      id,
      label: t('order.title', { number: number.text }),
      description: [buyerName, trackingNumber?.text].filter(Boolean).join(' · '),
      leftSection: <IconPackage {...icon} />,
      onClick: () => void navigate({ to: '/orders/$orderId', params: { orderId: id } }),
    }),
  );
  const conversations = data?.conversations?.items.map(
    ({ conversation, message }): SpotlightActionData => ({
      id: conversation.id,
      label: `#${conversation.number}  ${conversation.subject || t('conversation.untitled')}`,
      description: [customerName(t, conversation.customer.name), message?.snippet.text].filter(Boolean).join(' · '),
      leftSection: <IconMessage {...icon} />,
      onClick: () => void navigate({ to: '/c/$conversationId', params: { conversationId: conversation.id }, search: { view: 'all' } }),
    }),
  );
  return { all: [all], found: [...(orders ?? []), ...(customers ?? []), ...(conversations ?? [])] };
}
