import type { FlowStep } from '@madoguchi/contract/flows.ts';
import { lookUpSource } from '@madoguchi/contract/flows.ts';
import { SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { InsertChips, inserted } from './insert-chips.tsx';
import { KeepFields } from './keep-fields.tsx';
import { OwnFactsFields } from './own-facts-fields.tsx';
import css from './panel.module.css';
import { ProofSelect } from './proof-select.tsx';

export type LookUp = Extract<FlowStep, { type: 'look_up' }>;
type Props = { step: LookUp; onChange: (step: LookUp, key?: string) => void };

/** Where it looks, and what is asked there. */
export function LookUpFields({ step, onChange }: Props) {
  const t = useAdminWords();
  const { of } = step;
  return (
    <>
      <Select
        label={t('flows.source')}
        allowDeselect={false}
        value={of}
        data={lookUpSource.options.map((one) => ({ value: one, label: t(`flows.source_${one}`) }))}
        onChange={(chosen) => onChange({ ...step, of: lookUpSource.options.find((one) => one === chosen) ?? 'address' })}
      />
      {of === 'address' ? <AddressFields step={step} onChange={onChange} /> : <OwnFactsFields step={step} of={of} onChange={onChange} />}
    </>
  );
}

/** What is asked of another server, and what is kept of its answer. */
function AddressFields({ step, onChange }: Props) {
  const t = useAdminWords();
  const url = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <SegmentedControl
        aria-label={t('flows.method')}
        value={step.method}
        onChange={(method) => onChange({ ...step, method: method === 'POST' ? 'POST' : 'GET' })}
        data={['GET', 'POST']}
      />
      <div className={css.texts}>
        <TextInput
          ref={url}
          label={t('flows.url')}
          description={t('flows.url_help')}
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          maxLength={2000}
          value={step.url}
          onChange={(event) => onChange({ ...step, url: event.currentTarget.value }, 'url')}
        />
        <InsertChips onInsert={(quote) => onChange({ ...step, url: inserted(url.current, step.url, quote) })} />
      </div>
      {step.method === 'POST' && (
        <div className={css.texts}>
          <Textarea
            ref={body}
            label={t('flows.body')}
            spellCheck={false}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={10_000}
            value={step.body}
            onChange={(event) => onChange({ ...step, body: event.currentTarget.value }, 'body')}
          />
          <InsertChips onInsert={(quote) => onChange({ ...step, body: inserted(body.current, step.body, quote) })} />
        </div>
      )}
      <KeepFields step={step} onChange={onChange} />
      <Switch
        label={t('flows.identified_only')}
        description={t('flows.identified_only_help')}
        checked={step.identifiedOnly}
        onChange={(event) => onChange({ ...step, identifiedOnly: event.currentTarget.checked })}
      />
      {step.identifiedOnly && <ProofSelect value={step.by} onChange={(by) => onChange({ ...step, by })} />}
    </>
  );
}
