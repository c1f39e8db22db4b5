import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';

/** How long the mouse rests before a tip comes. */
const REST_MS = 400;

type Tip = { on: HTMLElement; text: string };

/**
 * Says what the thing under the mouse is: its `data-tip`, above it, or beside it with `data-tip-side="right"`. One for the whole desk, as a
 * tooltip of its own costs more than the button it is for. Nobody needs it to know what a button does: that says its own label.
 */
export function Tips() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    let over: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setTip(null);
    };
    const onOver = ({ target, pointerType }: PointerEvent) => {
      const on = pointerType === 'mouse' && target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
      if (on === over) return;
      over = on;
      hide();
      if (!on) return;
      timer = setTimeout(() => {
        const text = on.isConnected && on.getAttribute('aria-expanded') !== 'true' && on.dataset.tip;
        if (text) setTip({ on, text });
      }, REST_MS);
    };
    const onLeave = () => {
      over = null;
      hide();
    };
    document.addEventListener('pointerover', onOver);
    document.addEventListener('pointerdown', hide, true);
    document.addEventListener('keydown', hide, true);
    document.documentElement.addEventListener('pointerleave', onLeave);
    return () => {
      hide();
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('pointerdown', hide, true);
      document.removeEventListener('keydown', hide, true);
      document.documentElement.removeEventListener('pointerleave', onLeave);
    };
  }, []);
  if (!tip) return null;
  return <Tooltip opened target={tip.on} label={tip.text} position={tip.on.dataset.tipSide === 'right' ? 'right' : 'top'} />;
}
