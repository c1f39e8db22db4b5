import type { Message } from '@madoguchi/contract/messages.ts';
import { Checkbox } from '@mantine/core';
import { useWords } from '../../app/locale.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { shortTime } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './side.module.css';

type Props = {
  messages: readonly Message[];
  quotes: string[];
  onQuotes: (ids: string[]) => void;
  files: string[];
  onFiles: (ids: string[]) => void;
};

const LATEST = 12;
const OUT = new Set(['sent', 'delivered', 'seen']);

/** Chooses what of the conversation goes along: nothing does by itself. */
export function SideTakeAlong({ messages, quotes, onQuotes, files, onFiles }: Props) {
  const t = useWords();
  const reader = useReader();
  const said = messages.filter(({ kind, delivery }) => kind === 'message' && OUT.has(delivery));
  const worded = said.filter(({ text }) => text.trim() !== '').slice(-LATEST);
  const attached = said.flatMap(({ attachments }) => attachments);
  return (
    <>
      {worded.length > 0 && (
        <Checkbox.Group label={t('side.quotes')} description={t('side.quotes_hint')} value={quotes} onChange={onQuotes}>
          <div className={css.choices}>
            {worded.map(({ id, author, text, at }) => (
              <Checkbox
                key={id}
                value={id}
                label={
                  <span className={css.choice}>
                    <span>
                      {author.name} · {shortTime(at, reader)}
                    </span>
                    {text}
                  </span>
                }
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {attached.length > 0 && (
        <Checkbox.Group label={t('side.files')} value={files} onChange={onFiles}>
          <div className={css.choices}>
            {attached.map(({ id, name, sizeInBytes }) => (
              <Checkbox key={id} value={id} label={`${name} (${fileSize(sizeInBytes)})`} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}
