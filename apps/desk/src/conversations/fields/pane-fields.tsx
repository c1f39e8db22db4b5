import type { AttributeDefinition } from '@madoguchi/contract/attributes.ts';
import type { Conversation } from '@madoguchi/contract/conversations.ts';
import { useState } from 'react';
import { useLocale, useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { problemWords } from '../../app/problem-words.ts';
import { InPlace } from '../../customers/fields/in-place.tsx';
import { attributeWords } from '../customer/attribute-words.ts';
import { AttributeInput } from './attribute-input.tsx';
import css from './fields.module.css';
import { useSetFields } from './fields.mutations.ts';
import { fieldsOf, helpOf, labelOf } from './fields.ts';

type Props = { conversation: Conversation; definitions: readonly AttributeDefinition[] };

/** What the company wants to know of this conversation: read as text, filled in where it stands. */
export function PaneFields({ conversation, definitions }: Props) {
  const t = useWords();
  const mayEdit = useCan('conversation.tag');
  const { shown, required } = fieldsOf(definitions, conversation);
  if (shown.length === 0) return null;
  return (
    <section className={css.section} aria-label={t('fields.title')}>
      <h4>{t('fields.title')}</h4>
      {shown.map((one) => (
        <Field key={one.id} conversation={conversation} definition={one} required={required.has(one.key)} readOnly={!mayEdit} />
      ))}
    </section>
  );
}

type FieldProps = { conversation: Conversation; definition: AttributeDefinition; required: boolean; readOnly: boolean };

function Field({ conversation, definition, required, readOnly }: FieldProps) {
  const t = useWords();
  const locale = useLocale();
  const { key } = definition;
  const value = conversation.fields[key] ?? '';
  const [text, setText] = useState(value);
  const edit = useSetFields(conversation.id);
  const label = labelOf(definition, locale);
  const help = helpOf(definition, locale);
  const save = async () => {
    const kept = text.trim();
    if (kept === value) return true;
    return edit.mutateAsync({ changes: { [key]: kept || null }, back: { [key]: value || null }, what: label }).then(
      () => true,
      () => false,
    );
  };
  const isLink = definition.kind === 'link' && value !== '' && readOnly;
  return (
    <dl className={css.field} data-open={(required && value === '') || undefined}>
      <InPlace
        label={required && value === '' ? t('fields.label_required', { label }) : label}
        shown={
          value === '' ? null : isLink ? (
            <a href={value} target="_blank" rel="noreferrer noopener">
              {value}
            </a>
          ) : (
            attributeWords(t, definition, value, locale)
          )
        }
        readOnly={readOnly}
        busy={edit.isPending}
        error={edit.error ? problemWords(t, edit.error) : null}
        onOpen={() => {
          edit.reset();
          setText(value);
        }}
        onSave={save}
      >
        <AttributeInput definition={definition} label={label} value={text} onChange={setText} />
        {help && <p className={css.help}>{help}</p>}
      </InPlace>
    </dl>
  );
}
