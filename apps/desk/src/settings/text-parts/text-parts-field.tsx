import { type Condition, partsOf, TEXT_VARIABLES, type TextPart, textOf } from '@madoguchi/contract/canned-text.ts';
import { Input, Textarea } from '@mantine/core';
import { IconArrowsSplit, IconForms } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { ConditionLine } from './condition-line.tsx';
import css from './text-parts.module.css';
import { variableWord } from './variable-words.ts';

type Props = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  onBlur?: () => void;
  minRows?: number;
  /** Whether somebody is there to be asked for what is to be filled in: not where nobody presses. */
  asks?: boolean;
};

type Row = TextPart & { key: number };

/**
 * A text with variables, blanks that are asked for, and parts that are for some customers only. What it gives out is the text as it is kept (see
 * canned-text.ts). It keeps what is being written to itself: give it a `key` to begin with another text.
 */
export function TextPartsField({ label, value, onChange, error, onBlur, minRows = 5, asks = true }: Props) {
  const t = useAdminWords();
  const id = useId();
  const last = useRef<HTMLTextAreaElement | null>(null);
  const next = useRef(0);
  const [rows, setRows] = useState<Row[]>(() => rowsOf(value).map((part) => ({ ...part, key: next.current++ })));
  const change = (changed: Row[]) => {
    setRows(changed);
    onChange(textOf(changed));
  };
  const put = (key: number, patch: Partial<TextPart>) => change(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  const remove = (key: number) => change(rows.filter((row) => row.key !== key));
  const add = () => {
    const when: Condition = { about: 'channel', not: false, values: [] };
    change([...rows, { text: '', when, key: next.current++ }, { text: '', when: null, key: next.current++ }]);
  };
  const insert = (text: string) => {
    last.current?.focus();
    document.execCommand('insertText', false, text);
  };
  const shown = rows.filter((row, index) => row.when || row.text !== '' || index === 0 || index === rows.length - 1);
  return (
    <Input.Wrapper label={label} error={error} labelProps={{ htmlFor: `${id}-0` }}>
      <div className={css.parts}>
        {shown.map((row, index) => {
          const field = (
            <Textarea
              id={`${id}-${index}`}
              aria-label={index === 0 ? undefined : label}
              autosize
              minRows={row.when || index > 0 ? 2 : minRows}
              maxRows={14}
              value={row.text}
              placeholder={index > 0 && !row.when ? t('text.goes_on') : undefined}
              aria-invalid={error !== undefined}
              onFocus={(event) => {
                last.current = event.currentTarget;
              }}
              ref={(element) => {
                if (element && last.current === null) last.current = element;
              }}
              onChange={(event) => put(row.key, { text: event.currentTarget.value })}
              onBlur={onBlur}
            />
          );
          if (!row.when) return <div key={row.key}>{field}</div>;
          return (
            <fieldset key={row.key} className={css.conditional}>
              <ConditionLine when={row.when} onChange={(when) => put(row.key, { when })} onRemove={() => remove(row.key)} />
              {field}
            </fieldset>
          );
        })}
      </div>
      <div className={css.tools}>
        <span>{t('text.insert')}</span>
        {TEXT_VARIABLES.map((name) => (
          <button key={name} type="button" data-small className={css.tool} onPointerDown={keepFocus} onClick={() => insert(`{{${name}}}`)}>
            {t(variableWord[name])}
          </button>
        ))}
        {asks && (
          <button
            type="button"
            data-small
            className={css.tool}
            onPointerDown={keepFocus}
            onClick={() => insert(`{{?${t('text.ask_example')}}}`)}
          >
            <IconForms size={14} stroke={1.6} aria-hidden />
            {t('text.ask')}
          </button>
        )}
        <button type="button" data-small className={css.tool} onClick={add}>
          <IconArrowsSplit size={14} stroke={1.6} aria-hidden />
          {t('text.condition')}
        </button>
      </div>
    </Input.Wrapper>
  );
}

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

/** A condition within a line is left as it is written: taking the line apart would change it. */
function rowsOf(value: string): TextPart[] {
  const parts = partsOf(value);
  if (!parts || parts.some(({ inline }) => inline)) return [{ text: value, when: null }];
  const ends = parts.at(-1)?.when ? [{ text: '', when: null }] : [];
  return [...parts, ...ends];
}
