import type { Attachment } from '@madoguchi/contract/common.ts';
import type { Block } from '@madoguchi/contract/messages.ts';
import { IconExternalLink } from '@tabler/icons-react';
import { useWords } from '../../app/locale.tsx';
import { Markdown } from '../../ui/markdown-view.tsx';
import { fullDate } from '../../ui/time.ts';
import { useReader } from '../../ui/use-now.ts';
import css from './blocks.module.css';
import { Location, Post, Sticker } from './customer-blocks.tsx';
import { MailBlock } from './mail/mail-block.tsx';

type Props = { messageId: string; authorName: string; files: readonly Attachment[] };

function BlockView({ block, messageId, authorName, files }: Props & { block: Block }) {
  const t = useWords();
  const reader = useReader();
  switch (block.type) {
    case 'quote':
      return (
        <blockquote className={css.quote}>
          <Markdown source={block.markdown} />
          <a className={css.source} href={block.url} target="_blank" rel="noreferrer noopener">
            {block.title}
            <IconExternalLink size={13} stroke={1.8} aria-hidden />
          </a>
          {block.updatedAt && (
            <p className={css.version}>
              {t('blocks.updated', { date: fullDate(block.updatedAt, reader) })}
              {block.whole === false && ` · ${t('blocks.excerpt')}`}
            </p>
          )}
        </blockquote>
      );
    case 'choices':
      return (
        <ul className={css.choices} aria-label={t('blocks.choices')}>
          {block.choices.map((choice) => (
            <li key={choice.label}>{choice.label}</li>
          ))}
        </ul>
      );
    case 'ask_email':
      return <p className={css.asked}>{t('blocks.ask_email')}</p>;
    case 'sticker':
      return <Sticker {...block} />;
    case 'location':
      return <Location {...block} />;
    case 'post':
      return <Post {...block} />;
    case 'subject':
      return <p className={css.asked}>{t('blocks.subject', { subject: block.text })}</p>;
    case 'mail':
      return <MailBlock mail={block} messageId={messageId} authorName={authorName} files={files} />;
  }
}

/** What stands below the words: what the bot quoted, offered and asked for; what the customer sent that is not words. */
export function Blocks({ blocks, ...message }: Props & { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <BlockView key={String(index)} block={block} {...message} />);
}
