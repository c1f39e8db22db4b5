import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useFlow } from '../editor/flow-context.ts';
import { freshName, namesIn } from '../plan/new-step.ts';
import { renameAnswer } from '../plan/rename.ts';
import type { LookUp } from './look-up-fields.tsx';
import { NameField } from './name-field.tsx';
import css from './panel.module.css';

type Props = { step: LookUp; onChange: (step: LookUp, key?: string) => void };

const MOST = 20;

/** Which members of the other server's answer are kept, each by a name that texts can quote. */
export function KeepFields({ step, onChange }: Props) {
  const t = useAdminWords();
  const { plan, edit } = useFlow();
  const { keep } = step;
  const put = (next: LookUp['keep'], key?: string) => onChange({ ...step, keep: next }, key);
  const rows = keep.map((row, at) => ({ row, at, id: `keep:${at}` }));
  const rename = (at: number, from: string, field: string) =>
    edit((now) => renameAnswer(now, { ...step, keep: keep.with(at, { ...keep[at]!, field }) }, from, field));
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t('flows.keep')}</legend>
      <p className={css.hint}>{t('flows.keep_help')}</p>
      {rows.map(({ row, at, id }) => (
        <div key={id} className={css.keep}>
          <NameField label={t('flows.keep_field')} value={row.field} onChange={(field) => rename(at, row.field, field)} />
          <TextInput
            label={t('flows.keep_path')}
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
            value={row.path}
            onChange={(event) => put(keep.with(at, { ...row, path: event.currentTarget.value }), `${id}.path`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('flows.keep_remove', { name: row.field })}
            onClick={() => put(keep.filter((one) => one !== row))}
          >
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        disabled={keep.length >= MOST}
        onClick={() => put([...keep, { field: freshName(namesIn(plan), 'found'), path: '' }])}
      >
        {t('flows.keep_add')}
      </Button>
    </fieldset>
  );
}
