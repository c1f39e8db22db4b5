import { agoOrDate, fullTime } from './time.ts';
import { useNow, useReader } from './use-now.ts';

/** A moment told relative to now; the whole date shows on hover. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const reader = useReader();
  const now = useNow();
  return (
    <time dateTime={at} title={fullTime(at, reader)} className={className}>
      {agoOrDate(at, now, reader)}
    </time>
  );
}
