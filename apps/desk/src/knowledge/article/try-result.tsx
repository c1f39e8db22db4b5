import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { Article, tryBot } from '@madoguchi/contract/knowledge.ts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { botVerdict, worthTeaching } from './bot-verdict.ts';
import { addExamples } from './example-lines.ts';
import { Markdown } from './markdown.tsx';
import css from './try-bot.module.css';
import type { ArticleEditor } from './use-article-editor.ts';

type Props = { tried: OutputOf<typeof tryBot>; asked: string; article: Article | null; editor: ArticleEditor };

const decisions = { answer: 'try.decision_answer', clarify: 'try.decision_clarify', handoff: 'try.decision_handoff' } as const;

export function TryResult({ tried, asked, article, editor }: Props) {
  const t = useAdminWords();
  const verdict = botVerdict(tried, article?.id ?? null, article?.status === 'published');
  const taught = editor.fields.examples.includes(asked);
  const [best] = tried.hits;
  return (
    <div className={css.result}>
      <p className={css.decision}>
        <strong>{t(decisions[tried.decision])}</strong>
        <span className={css.confidence}>{t('try.confidence', { percent: Math.round(tried.confidence * 100) })}</span>
      </p>
      <p className={`${css.verdict} prose`}>{t(verdict)}</p>
      {editor.dirty && article && <p className={css.help}>{t('try.unsaved')}</p>}
      {tried.decision === 'answer' && best && (
        <blockquote className={css.quote}>
          <p className={css.source}>{best.question}</p>
          <Markdown text={best.answer} />
        </blockquote>
      )}
      {tried.decision === 'clarify' && (
        <ul className={css.choices}>
          {tried.hits.slice(0, 3).map((hit) => (
            <li key={hit.articleId} data-this={hit.articleId === article?.id || undefined}>
              {hit.question}
            </li>
          ))}
        </ul>
      )}
      {worthTeaching(verdict) && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          disabled={taught}
          onClick={() => editor.set({ examples: addExamples(editor.fields.examples, asked) })}
        >
          {t(taught ? 'try.taught' : 'try.teach')}
        </Button>
      )}
    </div>
  );
}
