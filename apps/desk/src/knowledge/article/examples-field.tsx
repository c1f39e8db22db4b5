import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { addExamples } from './example-lines.ts';
import css from './examples-field.module.css';

type Props = { examples: readonly string[]; help: string; error: string | undefined; onChange: (examples: string[]) => void };

/** Other ways customers ask the same: the bot learns most from these. Enter adds; several lines can be pasted at once. */
export function ExamplesField({ examples, help, error, onChange }: Props) {
  const t = useAdminWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    onChange(addExamples(examples, text));
    setTyped('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const saves = (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 's';
    if (saves && typed.trim()) add(typed);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add(typed);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!text.includes('\n')) return;
    event.preventDefault();
    add(`${typed}${text}`);
  };
  return (
    <Input.Wrapper label={t('field.examples')} description={help} error={error} id={id}>
      {examples.length > 0 && (
        <ul className={css.list}>
          {examples.map((example) => (
            <li key={example} className={css.item}>
              <span className={css.text}>{example}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                className={css.remove}
                aria-label={t('field.example_remove', { example })}
                onClick={() => onChange(examples.filter((other) => other !== example))}
              >
                <IconX size={16} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        id={id}
        mt={8}
        value={typed}
        placeholder={t('field.example_example')}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKey}
        onPaste={onPaste}
        onBlur={() => typed.trim() && add(typed)}
        rightSectionWidth={72}
        rightSection={
          typed.trim() && (
            <Button size="compact-sm" variant="light" onClick={() => add(typed)}>
              {t('field.example_add')}
            </Button>
          )
        }
      />
    </Input.Wrapper>
  );
}
