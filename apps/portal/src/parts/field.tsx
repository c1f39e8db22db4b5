import type { JSX } from 'preact';
import type { FormFault } from '../models.ts';
import type { Words } from '../words.ts';

type Props = {
  t: Words;
  name: 'name' | 'email' | 'subject' | 'text';
  label: string;
  hint?: string;
  value: string;
  /** Whatever keeps the value from being taken, or nothing. */
  fault?: FormFault;
  maxLength: number;
  autocomplete?: string;
  /** More than one: an area of so many lines. */
  rows?: number;
};

/** What is wrong, in words that say what to do. */
export const faultText = (t: Words, name: Props['name'], fault: FormFault, maxLength: number): string => {
  if (fault === 'too_long') return t('fault.too_long', { count: maxLength.toLocaleString() });
  if (fault === 'malformed') return name === 'email' ? t('fault.email') : t('fault.malformed');
  return t(`fault.missing.${name}`);
};

/** A labelled field that keeps what was typed and says beside itself what is wrong with it. */
export function Field({ t, name, label, hint, value, fault, maxLength, autocomplete, rows = 1 }: Props): JSX.Element {
  const about = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || undefined;
  const common = {
    id: name,
    name,
    required: true,
    'aria-invalid': fault ? ('true' as const) : undefined,
    'aria-describedby': about,
  };
  return (
    <div class={fault ? 'field faulty' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${name}-fault`}>
          {faultText(t, name, fault, maxLength)}
        </p>
      )}
      {rows > 1 ? (
        // No maxlength: browsers would cut what is pasted without a word. They also swallow a line break right after the tag, hence one more.
        <textarea {...common} rows={rows}>{`\n${value}`}</textarea>
      ) : name === 'email' ? (
        <input {...common} type="email" value={value} maxLength={maxLength} autocomplete="email" />
      ) : (
        <input {...common} type="text" value={value} maxLength={maxLength} autocomplete={autocomplete} />
      )}
    </div>
  );
}
