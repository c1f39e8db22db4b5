import { useUncontrolled } from '@mantine/hooks';
import { type ComponentPropsWithRef, cloneElement, type ReactElement, type Ref, useId, useLayoutEffect, useRef, useState } from 'react';

export type Target = ReactElement<ComponentPropsWithRef<'button'> & { 'data-expanded'?: boolean | undefined }>;

type Opening = { kind: 'menu' | 'dialog' | 'listbox'; opened?: boolean | undefined; onChange?: ((opened: boolean) => void) | undefined };

/**
 * A button, and what it opens only once it was wanted: fifteen closed menus cost more than the conversation they stand in.
 * Render `button`; from when it is `used` on also the menu, with `anchor` as its target, `id`, `opened` and `setOpened`.
 * The menu comes closed and opens after: it then fades in, and knows where the focus was, like one that always was there.
 */
export function useOpener(target: Target, { kind, opened, onChange }: Opening) {
  const id = useId();
  const ref = useRef<HTMLButtonElement>(null);
  const [wanted, setOpened] = useUncontrolled({ value: opened, finalValue: false, onChange });
  const [used, setUsed] = useState(false);
  const [anchored, setAnchored] = useState(false);
  if (wanted && !used) setUsed(true);
  const contentId = `${id}-dropdown`;
  const button = cloneElement(target, {
    ref,
    id,
    'aria-haspopup': kind,
    'aria-expanded': wanted,
    'aria-controls': wanted ? contentId : undefined,
    'data-expanded': wanted || undefined,
    onClick: () => setOpened(!wanted),
  });
  const anchor = <Anchor button={ref} onAnchored={() => setAnchored(true)} />;
  return { id, contentId, button, anchor, used, opened: wanted && anchored, setOpened };
}

export type Opener = ReturnType<typeof useOpener>;

type AnchorProps = { ref?: Ref<HTMLElement>; button: { readonly current: HTMLElement | null }; onAnchored: () => void };

/** Stands where Mantine wants a target, and hands on the button that is there already: put anew, it would lose the focus and a press half done. */
function Anchor({ ref, button, onAnchored }: AnchorProps) {
  const anchored = useRef(onAnchored);
  useLayoutEffect(() => {
    if (typeof ref === 'function') ref(button.current);
    else if (ref) ref.current = button.current;
    anchored.current();
  }, [ref, button]);
  return null;
}
