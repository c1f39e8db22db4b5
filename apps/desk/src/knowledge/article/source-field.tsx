import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { IconBlockquote, IconBold, IconLink, IconList, IconListNumbers } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';
import { around, type Edit, eachLine, linked, type Selected } from './markdown-edit.ts';
import css from './source-field.module.css';

type Tool = { word: AdminKey; icon: typeof IconBold; edit: (selected: Selected, linkWords: string) => Edit };

const tools: readonly Tool[] = [
  { word: 'tool.bold', icon: IconBold, edit: (selected) => around(selected, '**') },
  { word: 'tool.link', icon: IconLink, edit: linked },
  { word: 'tool.list', icon: IconList, edit: (selected) => eachLine(selected, '- ') },
  { word: 'tool.numbered', icon: IconListNumbers, edit: (selected) => eachLine(selected, '1. ') },
  { word: 'tool.quote', icon: IconBlockquote, edit: (selected) => eachLine(selected, '> ') },
];

/** insertText is old, but the only way to change a field and leave the browser's own undo intact. */
function perform(field: HTMLTextAreaElement, edit: Edit): void {
  field.focus();
  field.setSelectionRange(edit.from, edit.to);
  document.execCommand('insertText', false, edit.insert);
  field.setSelectionRange(...edit.select);
}

type Props = { id: string; value: string; label: string; invalid: boolean; onChange: (value: string) => void };

/** The answer in Markdown, with the few marks that answers need for those who do not know them by heart. */
export function SourceField({ id, value, label, invalid, onChange }: Props) {
  const t = useAdminWords();
  const ref = useRef<HTMLTextAreaElement>(null);
  const use = (tool: Tool) => {
    const field = ref.current;
    if (field) perform(field, tool.edit({ text: field.value, from: field.selectionStart, to: field.selectionEnd }, t('tool.link_words')));
  };
  const onKey = (event: KeyboardEvent) => {
    const tool = (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing ? { b: tools[0], k: tools[1] }[event.key] : undefined;
    if (!tool) return;
    event.preventDefault();
    event.stopPropagation();
    use(tool);
  };
  return (
    <>
      <div className={css.tools} role="toolbar" aria-label={t('tool.label')}>
        {tools.map((tool) => (
          <Tooltip key={tool.word} label={t(tool.word)}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t(tool.word)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => use(tool)}
            >
              <tool.icon size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <Textarea
        id={id}
        aria-label={label}
        ref={ref}
        variant="unstyled"
        autosize
        minRows={10}
        maxRows={28}
        value={value}
        error={invalid}
        placeholder={t('field.answer_example')}
        onKeyDown={onKey}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={css.field}
        classNames={{ input: css.text }}
      />
    </>
  );
}
