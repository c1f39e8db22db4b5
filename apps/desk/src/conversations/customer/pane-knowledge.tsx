import { useQuery } from '@tanstack/react-query';
import { useLocale, useWords } from '../../app/locale.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { attributeWords } from './attribute-words.ts';
import { attributesQuery, notesQuery } from './customer-knowledge.queries.ts';
import css from './customer-pane.module.css';

const SHOWN = 3;

/** What colleagues should know before they answer, the latest first. */
export function PaneNotes({ customerId }: { customerId: string }) {
  const t = useWords();
  const { data } = useQuery(notesQuery(customerId));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={css.section}>
      <h4>{t('customer_pane.notes')}</h4>
      <ul className={css.list}>
        {data.items.slice(0, SHOWN).map((note) => (
          <li key={note.id} className={css.note}>
            {note.text}
            <span>
              {note.author.name} · <Ago at={note.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is known of a customer: first what the company asks for, in its order, then the rest. */
export function PaneAttributes({ values }: { values: Readonly<Record<string, string>> }) {
  const t = useWords();
  const locale = useLocale();
  const { data } = useQuery(attributesQuery);
  const defined = data?.items.filter(({ subject, key }) => subject === 'customer' && values[key]) ?? [];
  const own = Object.keys(values).filter((name) => !defined.some(({ key }) => key === name));
  if (defined.length + own.length === 0) return null;
  return (
    <section className={css.section}>
      <h4>{t('customer_pane.attributes')}</h4>
      <dl className={css.facts}>
        {defined.map((one) => (
          <div key={one.id}>
            <dt>{one.label}</dt>
            <dd>{attributeWords(t, one, values[one.key] ?? '', locale)}</dd>
          </div>
        ))}
        {own.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{values[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
