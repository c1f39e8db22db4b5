import type { ChatMessage } from '@madoguchi/contract/chat.ts';
import type { JSX } from 'preact';
import { calloutWords } from '../markdown/callout-words.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import type { Page } from '../page/page.ts';
import { linkedParts } from '../text/linked.ts';
import { isoTime, momentText } from '../text/time.ts';
import { ClipIcon } from './icons.tsx';

const Linked = ({ text }: { text: string }) => (
  <>
    {linkedParts(text).map((part, i) =>
      part.href ? (
        <a key={i} href={part.href} rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      ) : (
        part.text
      ),
    )}
  </>
);

/** One message, the customer's own on the right. Text is text; only what an article quotes is Markdown. */
export function Bubble({ page, message }: { page: Page; message: ChatMessage }): JSX.Element {
  const { t, now, locale, workspace } = page;
  const { author, text, blocks, attachments, at } = message;
  const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024)).toLocaleString();
  return (
    <li class={`message from-${author.kind}`}>
      <p class="by">
        <strong>{author.kind === 'customer' ? t('inquiry.you') : author.name || workspace.name}</strong>{' '}
        <time dateTime={isoTime(at)}>{momentText(at, { now, locale, timezone: workspace.hours.timezone })}</time>
      </p>
      <div class="bubble">
        {text !== '' && (
          <p class="said">
            <Linked text={text} />
          </p>
        )}
        {blocks.map((block) =>
          block.type === 'quote' ? (
            <blockquote key={block.articleId} class="quote">
              <p class="quote-title">
                <a href={block.url}>{block.title}</a>
              </p>
              <div class="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(block.markdown, calloutWords[locale]) }} />
            </blockquote>
          ) : null,
        )}
        {attachments.length > 0 && (
          <ul class="files">
            {attachments.map((file) => (
              <li key={file.id}>
                <a href={file.url}>
                  <ClipIcon />
                  {file.name} <span>{t('inquiry.kilobytes', { count: kilobytes(file.sizeInBytes) })}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
