import { ProblemError } from '@madoguchi/client/client.ts';
import { type Article, getArticle, setArticleStatus, updateArticle } from '@madoguchi/contract/knowledge.ts';
import { useRef, useState } from 'react';
import { type Faults, faultsOf, noFaults } from '../../admin/faults.ts';
import { sameValue } from '../../admin/same-value.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { articlesChanged, keys } from '../knowledge.queries.ts';
import { type Draft, readDraft } from './drafts.ts';
import { type Fields, fieldFaults, fieldsOf, tidy } from './fields.ts';
import { saveFirst } from './first-save.ts';
import { useKeptWords } from './use-kept-words.ts';

type Options = { agentId: string; articleId: string; article: Article | null; blank: Fields; onCreated: (id: string) => void };

const refusals = {
  'article.question_missing': { path: 'question', word: 'fault.question_required' },
  'article.answer_missing': { path: 'answer', word: 'fault.answer_required' },
} as const;

/**
 * An article being written: what is saved, what is typed, what stands in the way. Everything typed is kept on this machine until
 * it is saved. `conflict` is the article as a colleague saved it meanwhile; nothing is overwritten before somebody decides.
 */
export function useArticleEditor({ agentId, articleId, article, blank, onCreated }: Options) {
  const [found] = useState(() => readDraft(agentId, articleId));
  const [base, setBaseShown] = useState<Draft['base']>(
    () => found?.base ?? (article && { fields: fieldsOf(article), version: article.version }),
  );
  // The saved state at once, for a save that waited for the one before it.
  const newest = useRef({ base, article });
  newest.current = { base, article: article ?? newest.current.article };
  const setBase = (next: Draft['base'], saved: Article | null) => {
    newest.current = { base: next, article: saved };
    setBaseShown(next);
  };
  const [fields, setFields] = useState<Fields>(() => found?.fields ?? base?.fields ?? blank);
  // What is typed, at once: ⌘S may come before the screen has caught up with the last key.
  const latest = useRef(fields);
  const put = (next: Fields) => {
    latest.current = next;
    setFields(next);
  };
  const [restoredAt, setRestoredAt] = useState(() => found?.at ?? null);
  const [conflict, setConflict] = useState<Article | null>(() =>
    found?.base && article && found.base.version < article.version ? article : null,
  );
  const [comparing, setComparing] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [faults, setFaults] = useState<Faults>(noFaults);
  const stored = base?.fields ?? blank;
  const dirty = !sameValue(fields, stored);

  const kept = useKeptWords({ agentId, articleId, found, fields, base, dirty });

  const set = (patch: Partial<Fields>) => {
    put({ ...latest.current, ...patch });
    setFaults((before) =>
      Object.fromEntries(Object.entries(before).filter(([path]) => !Object.keys(patch).some((name) => path.startsWith(name)))),
    );
  };

  /** From here on `saved` is what everything is compared with. What was typed during the request stays typed. */
  const accept = (saved: Article, sent: Fields, quiet: boolean) => {
    queryClient.setQueryData(keys.one(saved.id), saved);
    const accepted = fieldsOf(saved);
    setBase({ fields: accepted, version: saved.version }, saved);
    // Blanks at the end are taken away from words that are done, not from those that are being written.
    if (!quiet && sameValue(latest.current, sent)) put(accepted);
    setConflict(null);
    setComparing(false);
    setRestoredAt(null);
  };

  const write = async (wanted: Fields, over: number | undefined, { publish, quiet }: { publish: boolean; quiet: boolean }) => {
    const body = tidy(wanted);
    const known = newest.current;
    const version = over ?? known.base?.version;
    let saved = known.article;
    if (!saved || version === undefined) {
      saved = await begin(body, quiet);
      if (!saved) return;
    } else if (!sameValue(body, known.base?.fields) || version !== known.base?.version)
      saved = await call(updateArticle, { params: { id: saved.id }, body: { ...body, version } });
    if (publish && saved.status !== 'published') saved = await publishOrKeep(saved);
    const isNew = kept.moveTo(saved.id);
    accept(saved, wanted, quiet);
    void articlesChanged();
    if (isNew) onCreated(saved.id);
  };

  /** The first save; null when the words of another tab are there already, and are now to be compared with. */
  const begin = async (body: Fields, quiet: boolean): Promise<Article | null> => {
    const { article: saved, isElsewhere } = await saveFirst(body, kept.send(body));
    if (!isElsewhere) return saved;
    queryClient.setQueryData(keys.one(saved.id), saved);
    kept.moveTo(saved.id);
    setBase({ fields: blank, version: 0 }, saved);
    setConflict(saved);
    setComparing(!quiet);
    onCreated(saved.id);
    return null;
  };

  /** The text is safe already when publishing fails: keep it, and say what failed. */
  const publishOrKeep = async (saved: Article) => {
    try {
      return await call(setArticleStatus, { params: { id: saved.id }, body: { status: 'published' } });
    } catch (error) {
      setFailure(error);
      return saved;
    }
  };

  const refused = async (error: unknown, quiet: boolean) => {
    if (error instanceof ProblemError && error.code === 'article.changed_meanwhile' && newest.current.article) {
      setConflict(await call(getArticle, { params: { id: newest.current.article.id } }));
      setComparing(!quiet);
    } else if (!quiet) {
      const blamed = error instanceof ProblemError ? faultsOf(error.problem, refusals) : noFaults;
      setFaults(blamed);
      if (Object.keys(blamed).length === 0) setFailure(error);
    }
  };

  const running = useRef<Promise<void> | null>(null);

  /** `quiet`: nobody asked for it, so it interrupts nobody. `version`: the one to save over; otherwise the one last saved. */
  const save = async ({
    publish = false,
    quiet = false,
    wanted = latest.current,
    version,
  }: {
    publish?: boolean;
    quiet?: boolean;
    wanted?: Fields;
    version?: number;
  } = {}) => {
    if (running.current) {
      if (quiet || saving) return;
      await running.current;
    }
    if (!quiet) {
      const blamed = fieldFaults(wanted, publish || article?.status === 'published');
      setFaults(blamed);
      setFailure(null);
      if (Object.keys(blamed).length > 0) return;
      put(wanted);
      setSaving(true);
    }
    running.current = write(wanted, version, { publish, quiet })
      .catch((error) => refused(error, quiet))
      .catch((error) => {
        if (!quiet) setFailure(error);
      });
    await running.current;
    running.current = null;
    setSaving(false);
  };

  /** Back to what is saved, or to a colleague's newer version. */
  const discard = (to: Article | null = article) => {
    if (!to) kept.startOver();
    setBase(to && { fields: fieldsOf(to), version: to.version }, to);
    put(to ? fieldsOf(to) : blank);
    setConflict(null);
    setComparing(false);
    setRestoredAt(null);
    setFailure(null);
    setFaults(noFaults);
  };

  return {
    fields,
    set,
    stored,
    dirty,
    saving,
    save,
    discard,
    failure,
    faults,
    conflict,
    comparing,
    setComparing,
    restoredAt,
    isNew: article === null,
  };
}

export type ArticleEditor = ReturnType<typeof useArticleEditor>;
