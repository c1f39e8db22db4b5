import type { ConversationDetail } from '@madoguchi/contract/conversations.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { fetchEarlier, keys } from '../conversations.queries.ts';
import { joinById, joinMessages } from './join-detail.ts';

/** Fetches what is older when its top comes near, and keeps what is on screen where it is. */
export function useEarlier(detail: ConversationDetail, scroller: RefObject<HTMLDivElement | null>) {
  const client = useQueryClient();
  const sentinel = useRef<HTMLDivElement>(null);
  const { id } = detail.conversation;
  const first = detail.messages[0];
  const before = first?.seq ?? 0;
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => fetchEarlier(id, before),
    meta: { quiet: true },
    onSuccess: (older) =>
      client.setQueryData<ConversationDetail>(
        keys.one(id),
        (now) =>
          now && {
            ...now,
            messages: joinMessages(older.messages, now.messages),
            facts: joinById(older.facts, now.facts),
            hasEarlier: older.hasEarlier,
          },
      ),
  });

  useEffect(() => {
    const mark = sentinel.current;
    if (!mark || !detail.hasEarlier || isPending || isError) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && mutate(), {
      root: scroller.current,
      rootMargin: '400px 0px 0px',
    });
    watch.observe(mark);
    return () => watch.disconnect();
  }, [detail.hasEarlier, isPending, isError, mutate, scroller]);

  // What was added above pushes down by its height: the same is added to the position.
  const height = useRef({ first: first?.id, fromEnd: 0 });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (height.current.first !== first?.id) box.scrollTop = box.scrollHeight - height.current.fromEnd;
    height.current = { first: first?.id, fromEnd: box.scrollHeight - box.scrollTop };
    const remember = () => {
      height.current.fromEnd = box.scrollHeight - box.scrollTop;
    };
    box.addEventListener('scroll', remember, { passive: true });
    return () => box.removeEventListener('scroll', remember);
  }, [first?.id, scroller]);

  return { sentinel, failed: isError, load: () => mutate() };
}
