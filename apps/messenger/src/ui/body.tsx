import type { Attachment } from '@madoguchi/contract/common.ts';
import { linkify } from '../text/linkify.ts';
import { AttachedFile } from './attached-file.tsx';
import { Out } from './out.tsx';
import type { Screen } from './screen.ts';

/** The text of a message as it was typed, with its addresses made links, and its files. */
export const Body = ({ text, attachments, ...screen }: Screen & { text: string; attachments: Attachment[] }) => (
  <>
    {text && (
      <div class="bubble">
        {linkify(text).map((piece) => (typeof piece === 'string' ? piece : <Out href={piece.href}>{piece.text}</Out>))}
      </div>
    )}
    {attachments.map((attachment) => (
      <AttachedFile {...screen} key={attachment.id} {...attachment} />
    ))}
  </>
);
