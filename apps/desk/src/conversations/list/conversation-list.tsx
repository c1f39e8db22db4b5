import type { Conversation, View } from '@madoguchi/contract/conversations.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/locale.tsx';
import { SelectBox } from '../bulk/select-box.tsx';
import { clearSelection } from '../bulk/selection-store.ts';
import { useLongPress } from '../bulk/use-long-press.ts';
import { customerName } from '../customer-name.ts';
import css from './conversation-list.module.css';
import type { FieldFilter } from './field-filter.ts';
import { RowSkeleton } from './list-skeleton.tsx';
import { Row } from './row.tsx';
import { useHeldOrder } from './use-held-order.ts';
import { useListKeys } from './use-list-keys.ts';

/** rowHeight: in px, the same for every row. */
type Props = {
  items: readonly Conversation[];
  view: View;
  q: string;
  filter: FieldFilter;
  openId: string | undefined;
  hasMore: boolean;
  loadMore: () => void;
  rowHeight: number;
};

/** Only the rows in sight exist. Reading positions are kept per view by the caller's key. */
export function ConversationList({ items, view, q, filter, openId, hasMore, loadMore, rowHeight }: Props) {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [holding, setHolding] = useState(false);
  const { rows, left, arrived, release } = useHeldOrder(items, holding);
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? 'more',
    overscan: 6,
  });
  const visible = virtual.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastVisible >= rows.length - 8) loadMore();
  }, [hasMore, lastVisible, rows.length, loadMore]);
  const longPress = useLongPress();
  // What is out of sight with its list cannot be acted on.
  useEffect(() => clearSelection, []);
  useListKeys({ scroller, rows, openId, scrollTo: (index) => virtual.scrollToIndex(index) });
  return (
    <div
      className={css.frame}
      onPointerEnter={(event) => setHolding(event.pointerType === 'mouse')}
      onPointerLeave={() => setHolding(false)}
    >
      {arrived > 0 && (
        <button
          type="button"
          className={css.arrived}
          onClick={() => {
            release();
            scroller.current?.scrollTo({ top: 0 });
          }}
        >
          {t('list.arrived', { count: arrived })}
        </button>
      )}
      <div ref={scroller} className={css.scroller}>
        <ul className={css.rows} style={{ height: virtual.getTotalSize() }} aria-label={t('list.label')}>
          {visible.map((item) => {
            const conversation = rows[item.index];
            return (
              <li
                key={item.key}
                className={css.slot}
                {...(conversation ? longPress(conversation.id) : {})}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {conversation ? (
                  <>
                    <SelectBox id={conversation.id} name={customerName(t, conversation.customer.name)} rows={rows} />
                    <Row
                      conversation={conversation}
                      view={view}
                      q={q}
                      field={filter.field}
                      value={filter.value}
                      open={conversation.id === openId}
                      left={left.has(conversation.id)}
                      index={item.index}
                    />
                  </>
                ) : (
                  <RowSkeleton />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
