import { type Article, tryBot } from '@madoguchi/contract/knowledge.ts';
import { Alert, Button, TextInput } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { call } from '../../app/client.ts';
import css from './try-bot.module.css';
import { TryResult } from './try-result.tsx';
import type { ArticleEditor } from './use-article-editor.ts';

/** Ask as a customer would and see what the bot makes of it: before a customer does. Nothing of it is kept. */
export function TryBot({ article, editor }: { article: Article | null; editor: ArticleEditor }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const [question, setQuestion] = useState('');
  const trying = useMutation({ mutationFn: (asked: string) => call(tryBot, { body: { question: asked } }), meta: { quiet: true } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim()) trying.mutate(question.trim());
  };
  return (
    <section className={css.box} aria-label={t('try.title')}>
      <h2 className={css.title}>
        <IconRobot size={18} stroke={1.6} aria-hidden />
        {t('try.title')}
      </h2>
      <form className={css.ask} onSubmit={submit}>
        <TextInput
          className={css.input}
          aria-label={t('try.placeholder')}
          placeholder={t('try.placeholder')}
          maxLength={2000}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={trying.isPending} disabled={!question.trim()}>
          {t('try.ask')}
        </Button>
      </form>
      <div aria-live="polite">
        {trying.error && <Alert color="danger">{words(trying.error)}</Alert>}
        {trying.data && <TryResult tried={trying.data} asked={trying.variables} article={article} editor={editor} />}
        {!trying.data && !trying.error && <p className={css.help}>{t('try.help')}</p>}
      </div>
    </section>
  );
}
