import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { usePhone } from '../../admin/use-phone.ts';
import css from './conflict-dialog.module.css';
import { ConflictSides } from './conflict-sides.tsx';
import { type FieldName, fieldsOf } from './fields.ts';
import { type Choice, differing, merged, proposal, type Side } from './merge.ts';
import type { ArticleEditor } from './use-article-editor.ts';

const labels = {
  question: 'field.question',
  answer: 'field.answer',
  category: 'field.category',
  examples: 'field.examples',
  locale: 'field.language',
} as const;

/** Two versions of one article, field by field: what to keep is chosen before anything is overwritten. */
export function ConflictDialog({ theirs, editor }: { theirs: Article; editor: ArticleEditor }) {
  const t = useAdminWords();
  const phone = usePhone();
  const mine = editor.fields;
  const other = fieldsOf(theirs);
  const [changed, setChanged] = useState<Choice>({});
  const choice: Choice = { ...proposal(editor.stored, mine, other), ...changed };
  const names = differing(mine, other);
  const save = () => editor.save({ wanted: merged(mine, other, choice), version: theirs.version });
  const choose = (name: FieldName) => (value: string) => setChanged({ ...changed, [name]: value as Side });
  return (
    <Modal
      opened={editor.comparing}
      onClose={() => editor.setComparing(false)}
      title={t('conflict.title', { name: theirs.updatedBy })}
      size={960}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={`${css.intro} prose`}>{t(names.length > 0 ? 'conflict.choose' : 'conflict.same')}</p>
      {names.map((name) => (
        <section key={name} className={css.field}>
          <div className={css.head}>
            <h3 className={css.label}>{t(labels[name])}</h3>
            <SegmentedControl
              aria-label={t(labels[name])}
              value={choice[name] ?? 'theirs'}
              onChange={choose(name)}
              data={[
                { value: 'mine', label: t('conflict.mine') },
                { value: 'theirs', label: t('conflict.theirs', { name: theirs.updatedBy }) },
              ]}
            />
          </div>
          <ConflictSides name={name} mine={mine} theirs={other} chosen={choice[name] ?? 'theirs'} />
        </section>
      ))}
      <Group justify="flex-end" gap={8} className={css.foot}>
        <Button variant="default" onClick={() => editor.setComparing(false)}>
          {t('conflict.later')}
        </Button>
        <Button loading={editor.saving} onClick={() => void save()}>
          {t('conflict.save')}
        </Button>
      </Group>
    </Modal>
  );
}
