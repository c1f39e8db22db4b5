import { ProblemError } from '@madoguchi/client/client.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useAdminWords } from './admin-words.ts';
import { type Faults, faultAt, faultsOf, noFaults, type Refusals } from './faults.ts';
import { useProblemWords } from './problem.ts';
import { sameValue } from './same-value.ts';
import { anyUnsaved, forgetValues, keepValues, keptValues } from './unsaved.ts';

type Options<V> = {
  /** Under which unsaved values outlive a change of place; null for a dialog, which is dropped when it closes. */
  id: string | null;
  /** What is stored now. */
  stored: V;
  check: (values: V) => Faults;
  /** Rejects when the server refuses; then everything typed stays. */
  save: (values: V) => Promise<unknown>;
  refusals?: Refusals;
  /** What of unsaved values may outlive the page: all of them, unless said otherwise. */
  keeps?: (values: V) => V;
};

type TextName<V> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;

/** The query cache tells its readers in the next task; clearing the form before would flash the old values. */
const cacheTold = () => new Promise((resolve) => setTimeout(resolve));

/** A form: values, faults beside their fields, one failure for all else, and nothing lost on the way. */
export function useForm<V extends object>({ id, stored, check, save, refusals, keeps = (values) => values }: Options<V>) {
  const t = useAdminWords();
  const words = useProblemWords();
  const [edited, setEdited] = useState<V | undefined>(() => keptValues<V>(id));
  const [refused, setRefused] = useState<Faults>(noFaults);
  const [failure, setFailure] = useState<unknown>(null);
  const [shown, setShown] = useState<ReadonlySet<string> | 'all'>(new Set<string>());
  const [saving, setSaving] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);

  const values = edited ?? stored;
  const dirty = edited !== undefined && !sameValue(edited, stored);
  const keep = useRef(keeps);
  useEffect(() => (dirty ? keepValues(id, keep.current(values)) : forgetValues(id)), [id, dirty, values]);

  const set = (patch: Partial<V>) => {
    setEdited((before) => ({ ...(before ?? stored), ...patch }));
    setRefused((before) =>
      Object.fromEntries(Object.entries(before).filter(([path]) => !Object.keys(patch).includes(path.split('.')[0] ?? ''))),
    );
  };
  const touch = (path: string) => setShown((before) => (before === 'all' ? before : new Set([...before, path])));
  const reset = () => {
    setEdited(undefined);
    setRefused(noFaults);
    setFailure(null);
    setShown(new Set<string>());
  };
  /** The words for what is wrong with a field, once somebody has left it or tried to save. */
  const error = (path: string): string | undefined => {
    const own = shown === 'all' || shown.has(path) ? faultAt(check(values), path) : undefined;
    const fault = faultAt(refused, path) ?? own;
    return fault && t(fault.word, fault.values);
  };
  const showFirstFault = () =>
    requestAnimationFrame(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"] input')?.focus());

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    // A dialog's form sits inside another form's React tree; its submit must not bubble there.
    event?.stopPropagation();
    if (saving) return;
    setShown('all');
    if (Object.keys(check(values)).length > 0) return void showFirstFault();
    setSaving(true);
    setFailure(null);
    try {
      await save(values);
      await cacheTold();
      reset();
    } catch (reason) {
      const found = reason instanceof ProblemError ? faultsOf(reason.problem, refusals) : noFaults;
      setRefused(found);
      if (Object.keys(found).length === 0) setFailure(reason);
      else showFirstFault();
    } finally {
      setSaving(false);
    }
  };

  /** Everything a text field needs. */
  const text = (name: TextName<V>) => ({
    name,
    value: values[name] as string,
    error: error(name),
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value } as Partial<V>),
    // An empty field that was only passed through is no mistake yet; saving will tell.
    onBlur: () => values[name] !== '' && touch(name),
  });

  return { values, set, touch, text, error, dirty, saving, submit, reset, formRef, failure: failure === null ? null : words(failure) };
}

/** Asks before the window closes while any form holds unsaved values. */
export function useGuardUnsaved(): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => anyUnsaved() && event.preventDefault();
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, []);
}
